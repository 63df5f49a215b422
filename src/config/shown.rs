//! A cloud's settings for display: secrets are redacted, and each has its origin.

use super::cloud::{Auth, AuthType, Cloud, Interface};
use super::setting::{Origin, Setting};
use crate::secret::REDACTED;

impl Cloud {
    /// Returns all settings by name, with secrets redacted.
    pub fn settings(&self) -> Vec<(String, String, Origin)> {
        let mut shown = vec![
            row("cloud", &self.name),
            row("auth_type", &self.auth_type.clone().map(AuthType::name)),
        ];
        self.auth.add_to(&mut shown);
        shown.extend(
            self.region
                .as_ref()
                .map(|setting| row("region_name", setting)),
        );
        shown.push(row(
            "interface",
            &self.interface.clone().map(Interface::name),
        ));
        shown.push(row("verify", &self.verify));
        for (name, setting) in [
            ("cacert", &self.cacert),
            ("cert", &self.cert),
            ("key", &self.key),
        ] {
            if let Some(setting) = setting {
                shown.push(row(
                    name,
                    &setting.clone().map(|path| path.display().to_string()),
                ));
            }
        }
        for (service, setting) in &self.endpoint_overrides {
            shown.push(row(&format!("{service}_endpoint_override"), setting));
        }
        for (service, setting) in &self.api_versions {
            shown.push(row(&format!("{service}_api_version"), setting));
        }
        shown
    }
}

fn row<T: ToString>(name: &str, setting: &Setting<T>) -> (String, String, Origin) {
    (
        name.to_owned(),
        setting.value.to_string(),
        setting.origin.clone(),
    )
}

impl Auth {
    fn add_to(&self, shown: &mut Vec<(String, String, Origin)>) {
        let texts = [
            ("auth_url", &self.auth_url),
            ("username", &self.username),
            ("user_id", &self.user_id),
            ("user_domain_id", &self.user_domain_id),
            ("user_domain_name", &self.user_domain_name),
            ("project_id", &self.project_id),
            ("project_name", &self.project_name),
            ("project_domain_id", &self.project_domain_id),
            ("project_domain_name", &self.project_domain_name),
            ("domain_id", &self.domain_id),
            ("domain_name", &self.domain_name),
            ("system_scope", &self.system_scope),
            ("trust_id", &self.trust_id),
            ("application_credential_id", &self.application_credential_id),
            (
                "application_credential_name",
                &self.application_credential_name,
            ),
            ("identity_provider", &self.identity_provider),
            ("protocol", &self.protocol),
            ("client_id", &self.client_id),
            ("discovery_endpoint", &self.discovery_endpoint),
            ("access_token_endpoint", &self.access_token_endpoint),
            ("openid_scope", &self.openid_scope),
        ];
        let secrets = [
            ("password", &self.password),
            ("passcode", &self.passcode),
            ("token", &self.token),
            (
                "application_credential_secret",
                &self.application_credential_secret,
            ),
            ("client_secret", &self.client_secret),
        ];
        for (name, setting) in texts {
            shown.extend(setting.as_ref().map(|setting| row(name, setting)));
        }
        for (name, setting) in secrets {
            shown.extend(
                setting
                    .as_ref()
                    .map(|setting| (name.to_owned(), REDACTED.to_owned(), setting.origin.clone())),
            );
        }
        if let Some(methods) = &self.auth_methods {
            shown.push(row(
                "auth_methods",
                &methods.clone().map(|names| names.join(",")),
            ));
        }
    }
}

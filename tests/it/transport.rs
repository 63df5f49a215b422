//! Connections: certificates, and proxies.

use std::sync::Arc;

use rcgen::{
    BasicConstraints, CertificateParams, CertifiedIssuer, ExtendedKeyUsagePurpose, IsCa, KeyPair,
};
use rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};
use rustls::server::WebPkiClientVerifier;
use rustls::{RootCertStore, ServerConfig};
use serde_json::json;

use crate::support::double::{Double, token_body};
use crate::support::run::{Home, password_cloud};
use crate::support::server::{Reply, Server};

/// A certificate authority of the test's own.
struct Authority(CertifiedIssuer<'static, KeyPair>);

impl Authority {
    fn new() -> Self {
        let mut params = CertificateParams::new(vec![]).unwrap();
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        Self(CertifiedIssuer::self_signed(params, KeyPair::generate().unwrap()).unwrap())
    }

    fn pem(&self) -> String {
        self.0.pem()
    }

    /// Issues a certificate for this name, and its key.
    fn issue(&self, name: &str, usage: ExtendedKeyUsagePurpose) -> (rcgen::Certificate, KeyPair) {
        let key = KeyPair::generate().unwrap();
        let mut params = CertificateParams::new(vec![name.to_owned()]).unwrap();
        params.extended_key_usages = vec![usage];
        (params.signed_by(&key, &self.0).unwrap(), key)
    }

    /// Returns the configuration of a server with a certificate of this authority. The server may
    /// also require a client certificate of this authority.
    fn server(&self, wants_client: bool) -> Arc<ServerConfig> {
        let (certificate, key) = self.issue("127.0.0.1", ExtendedKeyUsagePurpose::ServerAuth);
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let builder = ServerConfig::builder_with_provider(Arc::clone(&provider))
            .with_safe_default_protocol_versions()
            .unwrap();
        let builder = if wants_client {
            let mut roots = RootCertStore::empty();
            roots.add(self.0.der().clone()).unwrap();
            let verifier = WebPkiClientVerifier::builder_with_provider(Arc::new(roots), provider);
            builder.with_client_cert_verifier(verifier.build().unwrap())
        } else {
            builder.with_no_client_auth()
        };
        let key = PrivateKeyDer::from(PrivatePkcs8KeyDer::from(key.serialize_der()));
        Arc::new(
            builder
                .with_single_cert(vec![certificate.der().clone()], key)
                .unwrap(),
        )
    }
}

fn cloud(authority: &Authority, wants_client: bool) -> Double {
    Double::with_tls(
        Some(authority.server(wants_client)),
        |_| None,
        |_, base, _| Reply::json(201, &token_body(base)).header("X-Subject-Token", "t"),
    )
}

fn settings(double: &Double) -> String {
    password_cloud(&double.server.url("/v3").replace("http://", "https://"))
}

#[test]
fn a_certificate_is_checked_against_the_bundle_that_is_named() {
    let authority = Authority::new();
    let double = cloud(&authority, false);
    let base = settings(&double);
    let home = Home::with_cloud(&base);
    home.write("ca.pem", &authority.pem());
    home.write("other.pem", &Authority::new().pem());
    home.write("empty.pem", "");
    // The system does not know this authority.
    home.run(["whoami"]).fails(
        255,
        &["(SSLError)", "no secure connection to https://127.0.0.1"],
    );
    home.run(["whoami", "--ca-bundle", "other.pem"])
        .fails(255, &["(SSLError)", "--ca-bundle"]);
    home.run(["whoami", "--ca-bundle", "empty.pem"])
        .fails(253, &["cacert: the file holds no PEM certificate"]);
    assert!(double.server.requests().is_empty());
    home.run(["whoami", "--ca-bundle", "ca.pem"]).json();
    home.set_cloud(&format!("{base}cacert: ca.pem\n"));
    home.run(["whoami"]).json();
    home.set_cloud(&format!("{base}cacert: other.pem\nverify: false\n"));
    home.run(["whoami"]).json();
    home.set_cloud(&base);
    home.run(["whoami", "--no-verify-ssl"]).json();
}

#[test]
fn a_clients_own_certificate_is_shown() {
    let authority = Authority::new();
    let double = cloud(&authority, true);
    let base = format!("{}cacert: ca.pem\n", settings(&double));
    let home = Home::with_cloud(&base);
    home.write("ca.pem", &authority.pem());
    let (certificate, key) = authority.issue("client", ExtendedKeyUsagePurpose::ClientAuth);
    home.write("client.pem", &certificate.pem());
    home.write("client.key", &key.serialize_pem());
    home.write("both.pem", &(certificate.pem() + &key.serialize_pem()));
    assert_eq!(home.run(["whoami"]).code, 255);
    home.set_cloud(&format!("{base}cert: client.pem\nkey: client.key\n"));
    home.run(["whoami"]).json();
    home.set_cloud(&format!("{base}cert: both.pem\n"));
    home.run(["whoami"]).json();
    home.set_cloud(&format!("{base}cert: client.pem\n"));
    home.run(["whoami"]).fails(253, &["cert and key"]);
}

#[test]
fn a_proxy_is_used_unless_the_host_is_excepted() {
    let proxy = Server::start(|request| {
        if request
            .target
            .starts_with("http://keystone.invalid/v3/auth/tokens")
        {
            Reply::json(201, &token_body("http://x")).header("X-Subject-Token", "t")
        } else {
            Reply::json(502, &json!({}))
        }
    });
    let home =
        || Home::for_double("http://keystone.invalid/v3").variable("http_proxy", &proxy.url(""));
    home().run(["whoami"]).json();
    assert_eq!(proxy.requests().len(), 1);
    home()
        .variable("no_proxy", "keystone.invalid")
        .run(["whoami"])
        .fails(255, &["cannot connect to http://keystone.invalid"]);
    // A web server sets `HTTP_PROXY` from a request's header, so ostk ignores it.
    Home::for_double("http://keystone.invalid/v3")
        .variable("HTTP_PROXY", &proxy.url(""))
        .run(["whoami"])
        .fails(255, &["cannot connect"]);
    assert_eq!(proxy.requests().len(), 1);
    Home::for_double("http://keystone.invalid/v3")
        .variable("http_proxy", "::")
        .run(["whoami"])
        .fails(253, &["http_proxy: no proxy address"]);
}

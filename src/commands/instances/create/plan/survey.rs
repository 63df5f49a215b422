//! The survey: what only a dry run reads of what a specification names.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, PoisonError};

use futures_util::future;

use super::creation::Template;
use crate::commands::instances::create::references::NetworkChoice;
use crate::commands::instances::create::references::facts::{Facts, NetworkFact};
use crate::commands::instances::create::references::nouns::{Port, Subnet};
use crate::commands::instances::create::spec::OPERATION;
use crate::commands::networks::Network;
use crate::commands::volumes::Volume;
use crate::error::CommandError;
use crate::openstack::{
    Call, Error, Resource as _, Service, Session, list_all, list_call, show_known,
};

/// What a dry run reads. `None` is not known.
#[derive(Debug, Default)]
pub(crate) struct Survey {
    /// The networks among which Nova chooses, if it has to.
    pub(super) choice: Option<Arc<[Network]>>,
    /// Whether Neutron would create a network if there is none.
    pub(super) makes_networks: Option<bool>,
    /// The subnets of the networks in which an address is requested.
    pub(super) subnets: Option<Vec<Subnet>>,
    /// The requested addresses that a port has already, by network.
    pub(super) taken: Vec<(String, IpAddr)>,
    /// The networks of existing ports.
    pub(super) port_networks: Vec<Network>,
    /// The volume of the snapshot to boot from.
    pub(super) origin: Option<Volume>,
}

/// Reads from the services, and notes what the caller may not read.
pub(super) struct SurveyReader<'a> {
    pub(super) session: &'a Session,
    hidden: Mutex<Vec<String>>,
}

impl<'a> SurveyReader<'a> {
    pub(super) fn new(session: &'a Session) -> Self {
        Self {
            session,
            hidden: Mutex::default(),
        }
    }

    /// Returns what could not be read, in words for the user.
    pub(super) fn into_hidden(self) -> Vec<String> {
        let hidden = self.hidden.into_inner();
        hidden.unwrap_or_else(PoisonError::into_inner)
    }

    /// Returns what was read. `None` if the service hides it from the caller, or does not have it:
    /// then it is not judged.
    pub(super) fn allowed<T>(
        &self,
        what: &str,
        result: Result<T, Error>,
    ) -> Result<Option<T>, CommandError> {
        match result {
            Ok(value) => Ok(Some(value)),
            Err(error) if error.is_hidden() => {
                let hidden = self.hidden.lock();
                let mut hidden = hidden.unwrap_or_else(PoisonError::into_inner);
                hidden.push(what.to_owned());
                Ok(None)
            }
            Err(error) => Err(CommandError::from(error).during(OPERATION)),
        }
    }

    /// Surveys each template.
    pub(super) async fn survey_all(
        &self,
        templates: &[Arc<Template>],
        project: Option<&str>,
    ) -> Result<Vec<Survey>, CommandError> {
        let is_automatic =
            |template: &Template| template.resolved.references.networks == NetworkChoice::Auto;
        let choice = async {
            if templates.iter().any(|template| is_automatic(template)) {
                self.choice(project).await
            } else {
                Ok((None, None))
            }
        };
        let facts = templates.iter().map(|template| &template.resolved.facts);
        let surveys = future::join_all(facts.map(|facts| self.survey(facts)));
        let (choice, surveys) = tokio::join!(choice, surveys);
        let (choice, makes_networks) = choice?;
        let mut all = Vec::new();
        for (template, survey) in templates.iter().zip(surveys) {
            let mut survey = survey?;
            if is_automatic(template) {
                survey.choice.clone_from(&choice);
                survey.makes_networks = makes_networks;
            }
            all.push(survey);
        }
        Ok(all)
    }

    /// Returns the networks among which Nova chooses: the project's own, external ones too, and those
    /// that are shared with it. Also returns whether Neutron creates one if there is none.
    async fn choice(
        &self,
        project: Option<&str>,
    ) -> Result<(Option<Arc<[Network]>>, Option<bool>), CommandError> {
        let networks = self.allowed(
            "the networks",
            list_all(self.session, list_call::<Network>()).await,
        )?;
        let Some(mut networks) = networks else {
            return Ok((None, None));
        };
        networks
            .retain(|network: &Network| network.shared || network.project_id.as_deref() == project);
        if !networks.is_empty() {
            return Ok((Some(networks.into()), None));
        }
        let call = Call::get(
            "DescribeNetworks",
            Service::Network,
            "auto-allocated-topology",
        )
        .below(project.unwrap_or_default())
        .query("fields", "dry-run");
        let makes = match self.session.send(&call).await {
            Ok(_) => Some(true),
            // Neutron can't, or does not have this extension.
            Err(Error::Fault(fault)) if matches!(fault.status, 404 | 409) => Some(false),
            result => {
                self.allowed("whether Neutron makes networks", result)?;
                None
            }
        };
        Ok((Some(networks.into()), makes))
    }

    async fn survey(&self, facts: &Facts) -> Result<Survey, CommandError> {
        let mut places: Vec<(&str, IpAddr)> = Vec::new();
        let mut port_networks: Vec<&str> = Vec::new();
        for fact in &facts.networks {
            match fact {
                NetworkFact::Network(network, Some(address)) => {
                    places.push((network.id(), *address));
                }
                NetworkFact::Network(_, None) => {}
                NetworkFact::Port(port) => port_networks.push(&port.network_id),
            }
        }
        let ids = |key: &'static str, ids: Vec<&str>| {
            let pairs: HashMap<String, String> = ids
                .into_iter()
                .map(|id| (id.to_owned(), key.to_owned()))
                .collect();
            pairs.into_iter().map(|(id, key)| (key, id))
        };
        let addressed = places.iter().map(|(network, _)| *network).collect();
        let subnets = async {
            if places.is_empty() {
                return Ok(None);
            }
            let call = list_call::<Subnet>().queries(ids("network_id", addressed));
            self.allowed("the subnets", list_all(self.session, call).await)
        };
        let taken = async {
            let each = places
                .iter()
                .map(|(network, address)| self.is_taken(network, *address));
            let taken: Result<Vec<bool>, CommandError> =
                future::join_all(each).await.into_iter().collect();
            let taken = places.iter().zip(taken?).filter(|(_, taken)| *taken);
            Ok::<_, CommandError>(
                taken
                    .map(|((network, address), _)| ((*network).to_owned(), *address))
                    .collect(),
            )
        };
        let networks = async {
            if port_networks.is_empty() {
                return Ok(None);
            }
            let call = list_call::<Network>().queries(ids("id", port_networks));
            self.allowed("the ports' networks", list_all(self.session, call).await)
        };
        let origin = async {
            let Some(snapshot) = &facts.boot_snapshot else {
                return Ok::<_, CommandError>(None);
            };
            let volume = show_known::<Volume>(self.session, &snapshot.volume_id).await;
            let volume = self.allowed("the snapshot's volume", volume)?;
            Ok(volume.flatten().map(|found| found.item))
        };
        let (subnets, taken, networks, origin) = tokio::join!(subnets, taken, networks, origin);
        Ok(Survey {
            choice: None,
            makes_networks: None,
            subnets: subnets?,
            taken: taken?,
            port_networks: networks?.unwrap_or_default(),
            origin: origin?,
        })
    }

    /// Returns whether a port has this address. Nova asks in the same way.
    async fn is_taken(&self, network: &str, address: IpAddr) -> Result<bool, CommandError> {
        let call = list_call::<Port>()
            .query("network_id", network)
            .query("fixed_ips", format!("ip_address={address}"));
        let ports = self.allowed("the ports", list_all::<Port>(self.session, call).await)?;
        Ok(ports.is_some_and(|ports| !ports.is_empty()))
    }
}

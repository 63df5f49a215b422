//! Key pairs.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use md5::{Digest as _, Md5};
use serde_json::{Value, json};
use ssh_key::{Algorithm, LineEnding, PrivateKey};

use super::list::{limit, next_link};
use super::{ComputeHandler, invalid};
use crate::clock::naive;
use crate::http_types::{HandlerResult, Refusal, Response};
use crate::model::Keypair;
use crate::store::Scan;

/// The last microversion at which Nova generates a key.
const LAST_THAT_GENERATES: u32 = 91;

impl ComputeHandler<'_> {
    pub(super) fn keypairs(&self, rest: &[&str]) -> HandlerResult {
        let context = self.context;
        let method = context.request.method.as_str();
        let role = if method == "GET" { "reader" } else { "member" };
        self.allow(role, "os-keypairs:index")?;
        let owner = match context.request.parameter("user_id") {
            Some(user) if self.minor >= 10 && user != self.caller.user.id => {
                self.allow("admin", "os-keypairs:index")?;
                user.to_owned()
            }
            _ => self.caller.user.id.clone(),
        };
        let one = |name: &str| {
            context
                .store
                .get::<Keypair>(&format!("{owner} {name}"))?
                .ok_or_else(|| {
                    Refusal::new(404, format!("Keypair {name} not found for user {owner}"))
                })
        };
        match (method, rest) {
            ("GET", []) => self.keypair_list(&owner),
            ("GET", [name]) => {
                let keypair = one(name)?;
                let mut view = self.keypair_view(&keypair);
                view["user_id"] = json!(keypair.user);
                view["created_at"] = json!(naive(keypair.created));
                view["deleted"] = json!(false);
                view["deleted_at"] = Value::Null;
                view["id"] = json!(keypair.number);
                view["updated_at"] = Value::Null;
                Ok(Response::json(200, json!({ "keypair": view })))
            }
            ("DELETE", [name]) => {
                context.store.remove::<Keypair>(&one(name)?.id)?;
                Ok(Response::empty(if self.minor >= 2 { 204 } else { 202 }))
            }
            ("POST", []) => self.make_keypair(&owner),
            _ => Err(Refusal::unknown_route()),
        }
    }

    fn keypair_view(&self, keypair: &Keypair) -> Value {
        let mut view = json!({ "name": keypair.name, "public_key": keypair.public_key,
                               "fingerprint": keypair.fingerprint });
        if self.minor >= 2 {
            view["type"] = json!(keypair.kind);
        }
        view
    }

    fn keypair_list(&self, owner: &str) -> HandlerResult {
        let request = self.context.request;
        let mut keypairs = self.context.store.all::<Keypair>(Scan {
            parent: Some(owner),
            ascending: true,
            ..Scan::default()
        })?;
        keypairs.sort_by(|left, right| left.name.cmp(&right.name));
        let paged = self.minor >= 35;
        let limit = if paged { limit(request)? } else { usize::MAX };
        if let Some(marker) = request.parameter("marker").filter(|_| paged) {
            let at = keypairs
                .iter()
                .position(|keypair| keypair.name == marker)
                .ok_or_else(|| Refusal::new(400, format!("marker [{marker}] not found")))?;
            keypairs.drain(..=at);
        }
        keypairs.truncate(limit);
        let views: Vec<Value> = keypairs
            .iter()
            .map(|keypair| json!({ "keypair": self.keypair_view(keypair) }))
            .collect();
        let mut body = json!({ "keypairs": views });
        if let Some(last) = keypairs.last().filter(|_| keypairs.len() == limit) {
            body["keypairs_links"] = next_link(request, &last.name);
        }
        Ok(Response::json(200, body))
    }

    fn make_keypair(&self, owner: &str) -> HandlerResult {
        let body = self.body("keypair")?;
        let requested = &body["keypair"];
        let name = requested["name"]
            .as_str()
            .ok_or_else(|| invalid("keypair", requested, "'name' is a required property"))?;
        let allowed = |c: char| {
            c.is_ascii_alphanumeric()
                || " _-".contains(c)
                || (self.minor > LAST_THAT_GENERATES && "@.".contains(c))
        };
        if name.is_empty() || name.len() > 255 || name.trim() != name || !name.chars().all(allowed)
        {
            return Err(Refusal::new(
                400,
                "Keypair data is invalid: Keypair name contains unsafe characters",
            ));
        }
        let given = requested["public_key"].as_str();
        if given.is_none() && self.minor > LAST_THAT_GENERATES {
            return Err(invalid(
                "keypair",
                requested,
                "'public_key' is a required property",
            ));
        }
        let id = format!("{owner} {name}");
        if self.context.store.get::<Keypair>(&id)?.is_some() {
            return Err(Refusal::new(
                409,
                format!("Key pair '{name}' already exists."),
            ));
        }
        let quota = self.limit("key_pairs")?;
        let number = self.context.store.all::<Keypair>(Scan {
            parent: Some(owner),
            ..Scan::default()
        })?;
        if self.context.is_over_quota()
            || (quota >= 0 && i64::try_from(number.len()).unwrap_or(i64::MAX) >= quota)
        {
            return Err(Refusal::new(403, "Quota exceeded, too many key pairs."));
        }
        let (public, private) = match given {
            Some(public) => (public.to_owned(), None),
            None => generate()?,
        };
        let keypair = Keypair {
            id,
            number: self.context.store.next_number("keypair")?,
            user: owner.to_owned(),
            name: name.to_owned(),
            kind: requested["type"].as_str().unwrap_or("ssh").to_owned(),
            fingerprint: fingerprint(&public).ok_or_else(|| {
                Refusal::new(
                    400,
                    "Keypair data is invalid: failed to generate fingerprint",
                )
            })?,
            public_key: public,
            created: self.context.now,
        };
        self.context.store.put(&keypair, self.context.now)?;
        let mut view = self.keypair_view(&keypair);
        view["user_id"] = json!(owner);
        if let Some(private) = private {
            view["private_key"] = json!(private);
        }
        let status = if self.minor >= 2 { 201 } else { 200 };
        Ok(Response::json(status, json!({ "keypair": view })))
    }
}

/// Generates a key. Returns the public key, and the private key as PEM.
fn generate() -> Result<(String, Option<String>), Refusal> {
    let failed = |error: ssh_key::Error| Refusal::new(500, format!("no key was made: {error}"));
    let seed: [u8; 32] = std::array::from_fn(|_| rand_byte());
    let pair = ssh_key::private::Ed25519Keypair::from_seed(&seed);
    let key = PrivateKey::from(pair);
    debug_assert_eq!(key.algorithm(), Algorithm::Ed25519);
    let public = key.public_key().to_openssh().map_err(failed)?;
    let private = key.to_openssh(LineEnding::LF).map_err(failed)?;
    Ok((
        format!("{public} Generated-by-Nova"),
        Some(private.to_string()),
    ))
}

fn rand_byte() -> u8 {
    let mut byte = [0_u8; 1];
    // The system's source of randomness does not fail on any platform that ostk runs on. A zero in
    // its place would make a weak key, and keys of the sandbox open nothing.
    let _ = ring::rand::SecureRandom::fill(&ring::rand::SystemRandom::new(), &mut byte);
    byte[0]
}

/// Returns the MD5 of the key's bytes, as Nova writes it.
fn fingerprint(public: &str) -> Option<String> {
    let mut schema = public.split_whitespace();
    let kind = schema.next()?;
    if !kind.contains('-') {
        return None;
    }
    let bytes = STANDARD.decode(schema.next()?).ok()?;
    let digest = Md5::digest(&bytes);
    let pairs: Vec<String> = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    Some(pairs.join(":"))
}

//! What a handler works with: the state, the time, the request and its caller. It knows no service.

use crate::faults::Effect;
use crate::http_types::{Refusal, Request};
use crate::model::{Token, User};
use crate::store::{Store, StoreError};

/// How long, in milliseconds, a service trusts a token that it has checked, even if it is revoked.
const TRUSTED: i64 = 300_000;

/// What a handler works with.
pub(crate) struct Context<'a> {
    pub(crate) store: &'a Store,
    pub(crate) request: &'a Request,
    pub(crate) now: i64,
    pub(crate) speed: f64,
    pub(crate) token_life: i64,
    pub(crate) effect: Option<&'a Effect>,
}

/// The caller of a request, known by its token.
pub(crate) struct Caller {
    pub(crate) user: User,
    pub(crate) token: Token,
    /// The project of the token's scope; empty for an unscoped token.
    pub(crate) project: String,
}

impl Caller {
    /// Returns whether the caller has a role, or one that implies it.
    pub(crate) fn is(&self, role: &str) -> bool {
        const ORDER: [&str; 4] = ["reader", "member", "manager", "admin"];
        let rank = |name: &str| ORDER.iter().position(|known| *known == name);
        self.token
            .roles
            .iter()
            .any(|own| own == role || rank(own) >= rank(role) && rank(own).is_some())
    }

    pub(crate) fn is_admin(&self) -> bool {
        self.is("admin")
    }
}

impl Context<'_> {
    /// Returns the caller. Returns `None` if the token is missing, wrong or expired.
    pub(crate) fn caller(&self) -> Result<Option<Caller>, StoreError> {
        if self.effect == Some(&Effect::ExpiredToken) {
            return Ok(None);
        }
        let Some(id) = self.request.header("x-auth-token") else {
            return Ok(None);
        };
        let holder = self.holder(id)?;
        let revoked = holder.as_ref().and_then(|caller| caller.token.revoked);
        match (holder, revoked) {
            (Some(mut caller), Some(at)) => {
                let identity = self
                    .request
                    .path
                    .first()
                    .is_some_and(|name| name == "identity");
                if !identity {
                    return Ok((self.now - at < TRUSTED).then_some(caller));
                }
                // Keystone's cache accepts a revoked token once.
                if caller.token.passed {
                    return Ok(None);
                }
                caller.token.passed = true;
                self.store.put(&caller.token, self.now)?;
                Ok(Some(caller))
            }
            (holder, _) => Ok(holder),
        }
    }

    pub(crate) fn holder(&self, id: &str) -> Result<Option<Caller>, StoreError> {
        let Some(token) = self.store.get::<Token>(id)? else {
            return Ok(None);
        };
        if token.expires <= self.now {
            return Ok(None);
        }
        let Some(user) = self.store.get::<User>(&token.user)? else {
            return Ok(None);
        };
        let project = token.project_id.clone().unwrap_or_default();
        Ok(Some(Caller {
            user,
            token,
            project,
        }))
    }

    /// Returns the caller. Without one, returns the error that keystonemiddleware gives.
    pub(crate) fn member(&self) -> Result<Caller, Refusal> {
        self.caller()?.ok_or_else(|| {
            Refusal::new(401, "The request you have made requires authentication.").kind("token")
        })
    }

    pub(crate) fn is_over_quota(&self) -> bool {
        self.effect == Some(&Effect::Quota)
    }
}

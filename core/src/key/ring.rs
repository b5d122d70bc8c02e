//! Keys in memory: one that is active, old ones, and those of scopes, which can be destroyed.

use std::collections::BTreeMap;
use std::fmt;

use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;
use zeroize::Zeroizing;

use super::{Key, KeyError, KeyId, KeyProvider, Purpose};

/// Stands for the label of a scope, which may name a person: a keyed hash of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ScopeTag([u8; 16]);

/// The key of a scope, or what is left of it.
#[derive(Clone, Debug)]
pub struct Scope {
    id: KeyId,
    key: Option<Key>,
}

/// A provider that holds its keys in memory.
///
/// A scope is a subject or a jurisdiction. Its key is random and stands by itself, not derived from another, so that
/// destroying it is final: [`KeyRing::shred`] leaves a stone with its id, and nothing masked with it can be reversed.
#[derive(Clone)]
pub struct KeyRing {
    active: Key,
    old: Vec<Key>,
    labels: Zeroizing<[u8; 64]>,
    scopes: BTreeMap<ScopeTag, Scope>,
    /// Whose the ids of scopes are.
    tags: BTreeMap<KeyId, ScopeTag>,
}

impl ScopeTag {
    /// The tag of those bytes, as they were stored.
    pub fn new(tag: [u8; 16]) -> Self {
        Self(tag)
    }

    /// The bytes, to store.
    pub fn bytes(self) -> [u8; 16] {
        self.0
    }
}

impl Scope {
    /// The id of its key.
    pub fn id(&self) -> &KeyId {
        &self.id
    }

    /// Its key, unless it was destroyed.
    pub fn key(&self) -> Option<&Key> {
        self.key.as_ref()
    }
}

impl KeyRing {
    /// A ring with that one key. The labels of scopes are hashed under it, too, and go on to be when others take its
    /// place; a ring that is stored names a key for them: [`KeyRing::with_labels`].
    pub fn new(active: Key) -> Self {
        let labels = active.clone();
        Self::with_labels(active, &labels)
    }

    /// A ring with that active key, which hashes the labels of scopes under `labels`.
    pub fn with_labels(active: Key, labels: &Key) -> Self {
        let labels = labels.derive(Purpose::Label);
        Self { active, old: Vec::new(), labels, scopes: BTreeMap::new(), tags: BTreeMap::new() }
    }

    /// The key that new values are masked with.
    pub fn active(&self) -> &Key {
        &self.active
    }

    /// Keys that are only there to reverse what was masked with them.
    pub fn old(&self) -> &[Key] {
        &self.old
    }

    /// Scopes, shredded ones included, in the order of their tags.
    pub fn scopes(&self) -> impl Iterator<Item = (ScopeTag, &Scope)> {
        self.scopes.iter().map(|(&tag, scope)| (tag, scope))
    }

    /// Adds a key that only reverses.
    ///
    /// # Errors
    ///
    /// [`KeyError::Taken`] when a key has its id.
    pub fn add_old(&mut self, key: Key) -> Result<(), KeyError> {
        self.free(key.id())?;
        self.old.push(key);
        Ok(())
    }

    /// Makes `key` the active one; the one before reverses what was masked with it.
    ///
    /// # Errors
    ///
    /// [`KeyError::Taken`] when a key has its id.
    pub fn rotate(&mut self, key: Key) -> Result<(), KeyError> {
        self.free(key.id())?;
        self.old.push(std::mem::replace(&mut self.active, key));
        Ok(())
    }

    /// Gives a scope its key, which should be random and serve no other.
    ///
    /// # Errors
    ///
    /// [`KeyError::Shredded`] when the scope had one that was destroyed, [`KeyError::ScopeTaken`] when it has one,
    /// [`KeyError::Taken`] when another key has that id.
    pub fn add_scope(&mut self, label: &str, key: Key) -> Result<(), KeyError> {
        self.restore_scope(self.tag(label), key.id().clone(), Some(key))
    }

    /// Puts back a scope as it was stored: with its key, or without when it was destroyed.
    ///
    /// # Errors
    ///
    /// As [`KeyRing::add_scope`].
    pub fn restore_scope(&mut self, tag: ScopeTag, id: KeyId, key: Option<Key>) -> Result<(), KeyError> {
        match self.scopes.get(&tag) {
            Some(Scope { key: None, .. }) => return Err(KeyError::Shredded),
            Some(_) => return Err(KeyError::ScopeTaken),
            None => self.free(&id)?,
        }
        self.tags.insert(id.clone(), tag);
        self.scopes.insert(tag, Scope { id, key });
        Ok(())
    }

    /// Destroys the key of a scope and returns its id. Clones of the key that are still in use keep it in memory until
    /// they are dropped; the ring will not hand out another.
    ///
    /// # Errors
    ///
    /// [`KeyError::NoScope`] when it has none, [`KeyError::Shredded`] when it is gone already.
    pub fn shred(&mut self, label: &str) -> Result<KeyId, KeyError> {
        let tag = self.tag(label);
        let scope = self.scopes.get_mut(&tag).ok_or(KeyError::NoScope)?;
        match scope.key.take() {
            Some(_) => Ok(scope.id.clone()),
            None => Err(KeyError::Shredded),
        }
    }

    /// What stands for a label.
    pub fn tag(&self, label: &str) -> ScopeTag {
        let mut mac = Hmac::<Sha256>::new((&*self.labels).into());
        mac.update(label.as_bytes());
        let mut tag = [0; 16];
        tag.copy_from_slice(&mac.finalize().into_bytes()[..16]);
        ScopeTag(tag)
    }

    /// Fails when the id is in use.
    fn free(&self, id: &KeyId) -> Result<(), KeyError> {
        match self.key(Some(id)) {
            Err(KeyError::Unknown(_)) => Ok(()),
            _ => Err(KeyError::Taken(id.clone())),
        }
    }
}

impl KeyProvider for KeyRing {
    fn key(&self, id: Option<&KeyId>) -> Result<Key, KeyError> {
        let Some(id) = id else { return Ok(self.active.clone()) };
        if let Some(key) = std::iter::once(&self.active).chain(&self.old).find(|key| key.id() == id) {
            return Ok(key.clone());
        }
        match self.tags.get(id).and_then(|tag| self.scopes.get(tag)) {
            Some(scope) => scope.key.clone().ok_or(KeyError::Shredded),
            None => Err(KeyError::Unknown(id.clone())),
        }
    }

    fn scoped(&self, label: &str) -> Result<Key, KeyError> {
        let scope = self.scopes.get(&self.tag(label)).ok_or(KeyError::NoScope)?;
        scope.key.clone().ok_or(KeyError::Shredded)
    }
}

impl fmt::Debug for KeyRing {
    /// Shows ids and numbers, and no byte of a secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("KeyRing")
            .field("active", &self.active)
            .field("old", &self.old)
            .field("scopes", &self.scopes.len())
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(id: &str, byte: u8) -> Key {
        Key::new(id, vec![byte; 32]).unwrap()
    }

    fn id(id: &str) -> KeyId {
        KeyId::new(id).unwrap()
    }

    #[test]
    fn old_ids_still_have_their_keys() {
        let mut ring = KeyRing::new(key("k1", 1));
        let tag = ring.tag("subject:1");
        ring.rotate(key("k2", 2)).unwrap();
        assert_eq!(ring.rotate(key("k1", 3)).unwrap_err(), KeyError::Taken(id("k1")));
        assert_eq!(ring.key(None).unwrap().expose(), [2; 32]);
        assert_eq!(ring.key(Some(&id("k1"))).unwrap().expose(), [1; 32]);
        assert_eq!(ring.key(Some(&id("k9"))).unwrap_err(), KeyError::Unknown(id("k9")));
        assert_eq!(ring.tag("subject:1"), tag, "scopes are found after a rotation");
    }

    #[test]
    fn a_shredded_scope_stays_shredded() {
        let mut ring = KeyRing::new(key("k1", 1));
        ring.add_scope("subject:1", key("s1", 2)).unwrap();
        ring.add_scope("subject:2", key("s2", 3)).unwrap();
        assert_eq!(ring.add_scope("subject:1", key("s3", 2)).unwrap_err(), KeyError::ScopeTaken);
        assert_eq!(ring.add_scope("subject:3", key("s1", 2)).unwrap_err(), KeyError::Taken(id("s1")));
        assert_eq!(ring.shred("subject:1"), Ok(id("s1")));
        assert_eq!(ring.shred("subject:1"), Err(KeyError::Shredded));
        assert_eq!(ring.shred("subject:9"), Err(KeyError::NoScope));
        assert_eq!(ring.scoped("subject:1").unwrap_err(), KeyError::Shredded);
        assert_eq!(ring.key(Some(&id("s1"))).unwrap_err(), KeyError::Shredded);
        assert_eq!(ring.add_scope("subject:1", key("s4", 4)).unwrap_err(), KeyError::Shredded);
        assert_eq!(ring.scoped("subject:2").unwrap().expose(), [3; 32]);
        assert_eq!(ring.scoped("subject:9").unwrap_err(), KeyError::NoScope);
        assert!(!format!("{ring:?}").contains("subject"));
    }
}

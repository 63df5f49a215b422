//! The filters of volumes.

use super::Volume;
use crate::openstack::Resource as _;
use crate::verbs::filters::{Field, FieldKind, Filterable, Texts, id_of, name_of};

impl Filterable for Volume {
    const PLURAL: &'static str = Self::NOUN.plural;
    const TAGGED: bool = true;
    const FIELDS: &'static [Field<Self>] = &[
        Field::<Self>::new(&["volume-id"], id_of),
        Field::<Self>::new(&["name"], name_of).asked("name"),
        Field::<Self>::new(&["status", "state"], |volume| Texts::one(&volume.status))
            .asked("status"),
        Field::<Self>::new(&["size"], |volume| Texts::shown(&volume.size)).kind(FieldKind::Number),
        Field::<Self>::new(&["volume-type"], |volume| {
            Texts::maybe(volume.kind.as_deref())
        }),
        Field::<Self>::new(&["availability-zone"], |volume| {
            Texts::maybe(volume.availability_zone.as_deref())
        }),
        Field::<Self>::new(&["encrypted"], |volume| Texts::shown(&volume.encrypted))
            .kind(FieldKind::Boolean),
        Field::<Self>::new(&["bootable"], |volume| Texts::shown(&volume.bootable))
            .kind(FieldKind::Boolean),
        Field::<Self>::new(&["snapshot-id"], |volume| {
            Texts::maybe(volume.snapshot_id.as_deref())
        }),
        Field::<Self>::new(&["description"], |volume| Texts::one(&volume.description)),
        Field::<Self>::new(&["attachment.instance-id"], |volume| {
            let attachments = volume.attachments.iter();
            Texts::each(attachments.filter_map(|one| one.server_id.as_deref()))
        }),
        Field::<Self>::new(&["attachment.device"], |volume| {
            let attachments = volume.attachments.iter();
            Texts::each(attachments.filter_map(|one| one.device.as_deref()))
        }),
        Field::<Self>::new(&["create-time"], |volume| {
            Texts::time(volume.created.text())
        }),
    ];

    fn tag_pairs(&self) -> Vec<(&str, &str)> {
        self.metadata.tags().collect()
    }
}

//! What a kind of resource is called: by people, on the command line, and in EC2's operations and
//! error codes. This is plain data. The client copies it into its errors and reads only the words
//! for people, so it needs no name of EC2's.

use std::fmt;

/// The names of a kind of resource. Each kind has one value, beside its `openstack::Resource`.
#[derive(Debug)]
pub struct Noun {
    /// What people call one, such as "security group".
    pub singular: &'static str,
    /// What people call several.
    pub plural: &'static str,
    /// The command whose `list` shows them, if there is one.
    pub command: Option<&'static str>,
    /// The operation that lists and describes them.
    pub operation: &'static str,
    /// The error code where no resource has the name or ID.
    pub not_found: &'static str,
    /// The error code where several resources have the name.
    pub ambiguous: &'static str,
}

impl Noun {
    /// The names of a kind of resource that EC2 has no error codes for.
    pub const fn without_codes(
        singular: &'static str,
        plural: &'static str,
        operation: &'static str,
    ) -> Self {
        Self {
            singular,
            plural,
            command: None,
            operation,
            not_found: "Resource.NotFound",
            ambiguous: "Resource.Ambiguous",
        }
    }
}

/// Nova's servers. They are here because the client, the watcher and the commands share their
/// struct.
pub const INSTANCE: Noun = Noun {
    singular: "instance",
    plural: "instances",
    command: Some("instances"),
    operation: "DescribeInstances",
    not_found: "InvalidInstanceID.NotFound",
    ambiguous: "InvalidInstanceID.Ambiguous",
};

impl fmt::Display for Noun {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.singular)
    }
}

/// Neutron's ports. They are here because several commands read them, each with a struct of its own.
pub const PORT: Noun = Noun::without_codes("port", "ports", "DescribeNetworkInterfaces");

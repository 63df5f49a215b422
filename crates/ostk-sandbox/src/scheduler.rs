//! Carries out the scheduled steps, and so brings the state up to a time.

use crate::model::{
    ActionRecord, Attachment, Fault, FloatingIp, Image, Phase, PhaseEffect, Port, ScheduledStep,
    SecurityGroup, Server, Snapshot, Volume,
};
use crate::ports;
use crate::store::{Scan, Store, StoreError};

type Result<T> = std::result::Result<T, StoreError>;

/// Carries out all steps that are due, in order.
pub(crate) fn run_due(store: &Store, now: i64) -> Result<()> {
    while let Some((at, owner, step)) = store.take_due::<ScheduledStep>(now)? {
        match step {
            ScheduledStep::Phase(phase) => enter_phase(store, &owner, &phase, at)?,
            ScheduledStep::Volume { status } => volume(store, &owner, &status, at)?,
            ScheduledStep::Snapshot { status } => {
                if status == "deleted" {
                    store.remove::<Snapshot>(&owner)?;
                } else if let Some(mut snapshot) = store.get::<Snapshot>(&owner)? {
                    snapshot.status = status;
                    snapshot.updated = Some(at);
                    store.put(&snapshot, at)?;
                }
            }
            ScheduledStep::Image => {
                if let Some(mut image) = store.get::<Image>(&owner)? {
                    "active".clone_into(&mut image.status);
                    image.size = Some(1024);
                    image.updated = at;
                    store.put(&image, at)?;
                }
            }
        }
    }
    Ok(())
}

/// Carries out all steps that are due, in a transaction of its own.
pub(crate) fn catch_up(store: &Store, now: i64) -> Result<()> {
    if !store.is_due(now)? {
        return Ok(());
    }
    store.begin()?;
    run_due(store, now)?;
    store.commit()
}

fn volume(store: &Store, id: &str, status: &str, at: i64) -> Result<()> {
    if status == "deleted" {
        return store.remove::<Volume>(id);
    }
    let Some(mut volume) = store.get::<Volume>(id)? else {
        return Ok(());
    };
    // A volume that was attached meanwhile stays attached.
    if volume.server.is_some() && status == "available" {
        return Ok(());
    }
    status.clone_into(&mut volume.status);
    // A copy is bootable if its source is.
    let is_copy = volume.snapshot.is_some() || volume.source.is_some();
    volume.bootable |= status == "available" && volume.image.is_some() && !is_copy;
    volume.updated = Some(at);
    store.put(&volume, at)
}

/// Puts a server into a phase.
pub(crate) fn enter_phase(store: &Store, id: &str, phase: &Phase, at: i64) -> Result<()> {
    let Some(mut server) = store.get::<Server>(id)? else {
        return Ok(());
    };
    server.status.clone_from(&phase.status);
    server.task.clone_from(&phase.task);
    server.vm.clone_from(&phase.vm);
    server.power = phase.power;
    server.updated = at;
    if let Some(end) = &phase.end {
        finish(store, &mut server, end, at)?;
        if !matches!(end, PhaseEffect::Gone) || server.host.is_none() {
            end_action(store, &server.id, &phase.request, end, at)?;
        }
    }
    store.put(&server, at)
}

fn finish(store: &Store, server: &mut Server, end: &PhaseEffect, at: i64) -> Result<()> {
    match end {
        PhaseEffect::Done | PhaseEffect::Resized => {}
        PhaseEffect::Built => {
            server.launched.get_or_insert(at);
            server.booted = Some(at);
            server.fault = None;
            attach_to_host(store, server, at)?;
        }
        PhaseEffect::Booted => server.booted = Some(at),
        PhaseEffect::Confirmed => server.old_flavor = None,
        PhaseEffect::Reverted => {
            if let Some(old) = server.old_flavor.take() {
                server.flavor = Some(old);
            }
        }
        PhaseEffect::Offloaded => server.host = None,
        PhaseEffect::Failed { message, fault } => {
            if *fault {
                server.fault = Some(fault_of(message, at));
            }
            if server.launched.is_none() {
                release_resources(store, server, at)?;
                server.host = None;
            }
        }
        PhaseEffect::Unplaced { message } => {
            server.fault = Some(fault_of(message, at));
            release_ports(store, server, at)?;
        }
        PhaseEffect::Deleted => {
            server.terminated = Some(at);
            release_resources(store, server, at)?;
        }
        PhaseEffect::Gone => {
            release_resources(store, server, at)?;
            server.terminated.get_or_insert(at);
            server.gone = Some(at);
        }
    }
    Ok(())
}

/// Puts a server on a host: its ports come up, and it gets its addresses.
pub(crate) fn attach_to_host(store: &Store, server: &mut Server, at: i64) -> Result<()> {
    if server.host.is_none() {
        server.host = Some("compute-1".to_owned());
    }
    let mut nics = Vec::new();
    // The groups of the ports count: an existing port has groups of its own.
    let mut groups = Vec::new();
    for mut port in ports::of_server(store, &server.id)? {
        "ACTIVE".clone_into(&mut port.status);
        port.updated = at;
        port.revision += 1;
        store.put(&port, at)?;
        for id in &port.groups {
            let group = store.get::<SecurityGroup>(id)?;
            if let Some(name) = group.map(|group| group.name)
                && !groups.contains(&name)
            {
                groups.push(name);
            }
        }
        let mut nic = ports::nic(store, &port)?;
        nic.floating = floating_of(store, &port.id)?;
        nics.push(nic);
    }
    server.nics = nics;
    server.groups = groups;
    for attachment in &server.attachments {
        take_volume(store, attachment, &server.id, at)?;
    }
    Ok(())
}

fn floating_of(store: &Store, port: &str) -> Result<Option<String>> {
    Ok(store
        .all::<FloatingIp>(Scan::default())?
        .into_iter()
        .find(|floating| floating.port.as_deref() == Some(port))
        .map(|floating| floating.address))
}

/// Attaches a volume to a server.
pub(crate) fn take_volume(
    store: &Store,
    attachment: &Attachment,
    server: &str,
    at: i64,
) -> Result<()> {
    if let Some(mut volume) = store.get::<Volume>(&attachment.volume)? {
        volume.server = Some(server.to_owned());
        "in-use".clone_into(&mut volume.status);
        volume.updated = Some(at);
        store.put(&volume, at)?;
    }
    Ok(())
}

/// Detaches a volume from its server, and deletes it if that was requested.
pub(crate) fn release_volume(
    store: &Store,
    attachment: &Attachment,
    delete: bool,
    at: i64,
) -> Result<()> {
    let Some(mut volume) = store.get::<Volume>(&attachment.volume)? else {
        return Ok(());
    };
    if delete && attachment.delete_on_termination {
        return store.remove::<Volume>(&volume.id);
    }
    volume.server = None;
    "available".clone_into(&mut volume.status);
    volume.updated = Some(at);
    store.put(&volume, at)
}

fn fault_of(message: &str, at: i64) -> Fault {
    Fault {
        code: 500,
        message: message.to_owned(),
        details: format!("Traceback (most recent call last):\n{message}\n"),
        at,
    }
}

/// Releases the ports and volumes of a server.
fn release_resources(store: &Store, server: &mut Server, at: i64) -> Result<()> {
    release_ports(store, server, at)?;
    for attachment in std::mem::take(&mut server.attachments) {
        release_volume(store, &attachment, true, at)?;
    }
    Ok(())
}

fn release_ports(store: &Store, server: &mut Server, at: i64) -> Result<()> {
    for mut port in ports::of_server(store, &server.id)? {
        if server.own_ports.contains(&port.id) {
            free_port(store, &port, at)?;
        } else {
            port.device.clear();
            port.device_owner.clear();
            "DOWN".clone_into(&mut port.status);
            port.updated = at;
            store.put(&port, at)?;
        }
    }
    server.nics.clear();
    Ok(())
}

/// Deletes a port. Its floating IP stays, without a port.
pub(crate) fn free_port(store: &Store, port: &Port, at: i64) -> Result<()> {
    for mut floating in store.all::<FloatingIp>(Scan::default())? {
        if floating.port.as_deref() == Some(&port.id) {
            floating.port = None;
            floating.fixed = None;
            floating.updated = at;
            store.put(&floating, at)?;
        }
    }
    store.remove::<Port>(&port.id)
}

fn end_action(
    store: &Store,
    server: &str,
    request: &str,
    end: &PhaseEffect,
    at: i64,
) -> Result<()> {
    let Some(mut action) = store.get::<ActionRecord>(&format!("{server} {request}"))? else {
        return Ok(());
    };
    let failed = matches!(
        end,
        PhaseEffect::Failed { .. } | PhaseEffect::Unplaced { .. }
    );
    action.updated = at;
    action.message = failed.then(|| "Error".to_owned());
    for event in &mut action.events {
        event.finish = Some(at);
        event.result = Some(if failed { "Error" } else { "Success" }.to_owned());
    }
    store.put(&action, at)?;
    Ok(())
}

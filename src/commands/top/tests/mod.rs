//! The model and its screen, without a terminal and without a cloud.

mod keys;
mod measures;
mod random;
mod screens;
mod stream;

use std::sync::Arc;
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::layout::Size;
use serde_json::{Value, json};

use super::model::{Effect, Model, Setup, TopEvent};
use super::table::Order;
use super::view::{self, Theme};
use crate::commands::instances::metrics::{Load, MetricsSource};
use crate::commands::instances::view::Instance;
use crate::openstack::{Names, Server};
use crate::watch::Change;

fn noon() -> Timestamp {
    "2026-11-24T12:00:00Z".parse().unwrap()
}

/// A server as Nova shows it, created an hour before noon.
fn body(number: u32, name: &str, status: &str, task: Option<&str>) -> Value {
    json!({
        "id": id(number), "name": name, "status": status,
        "OS-EXT-STS:task_state": task,
        "OS-EXT-STS:power_state": if status == "ACTIVE" { 1 } else { 4 },
        "flavor": { "original_name": "m1.small", "vcpus": 2, "ram": 2048, "disk": 20 },
        "image": { "id": "f16ae08c-2f1d-4c75-bd27-7e914252277f" },
        "created": "2026-11-24T11:00:00Z", "updated": "2026-11-24T11:30:00Z",
        "addresses": { "private": [{ "addr": format!("10.0.0.{number}"), "version": 4,
            "OS-EXT-IPS:type": "fixed" }] },
    })
}

fn id(number: u32) -> String {
    format!("0000000{number}-0000-4000-8000-000000000000")
}

fn server(body: Value) -> Arc<Server> {
    Arc::new(serde_json::from_value(body).unwrap())
}

fn instance(server: &Arc<Server>) -> Instance {
    Instance::new(Server::clone(server), &Names::default())
}

/// Returns the event of an instance's new state, with its earlier state if there is one.
fn changed(before: Option<Arc<Server>>, body: Value, wanted: bool) -> TopEvent {
    let now = server(body);
    let instance = Box::new(instance(&now));
    let change = match before {
        Some(before) => Change::Changed { before, now },
        None => Change::Added(now),
    };
    TopEvent::Changed(change, instance, wanted)
}

fn load(number: u32, cpu: f64, memory: f64) -> Load {
    Load {
        id: id(number),
        cpu: Some(cpu),
        memory: Some(memory),
        at: Some(noon()),
        again: Duration::from_mins(5),
    }
}

/// A model with its clock, on a screen of a given size.
struct Stage {
    model: Model,
    now: Timestamp,
}

impl Stage {
    fn empty(width: u16, height: u16) -> Self {
        let mut stage = Self {
            model: Model::new(Setup {
                place: "demo, project 'demo'".to_owned(),
                source: MetricsSource::Gnocchi,
                order: Order::default(),
                all_projects: false,
                refusal: None,
                is_admin: false,
                now: noon(),
            }),
            now: noon(),
        };
        stage.resize(width, height);
        stage
    }

    /// Returns a stage with three instances: `db` runs, `old` is stopped, `web` runs.
    fn new(width: u16, height: u16) -> Self {
        let mut stage = Self::empty(width, height);
        for (number, name, status) in [
            (1, "web", "ACTIVE"),
            (2, "db", "ACTIVE"),
            (3, "old", "SHUTOFF"),
        ] {
            stage.put(body(number, name, status, None));
        }
        stage.tell(TopEvent::Synced(Some(noon())));
        stage
    }

    fn tell(&mut self, event: TopEvent) -> Vec<Effect> {
        let effects = self.model.handle(event, self.now);
        self.model.settle();
        effects
    }

    fn put(&mut self, body: Value) -> Vec<Effect> {
        let event = self.change(body, true);
        self.tell(event)
    }

    fn change(&self, body: Value, wanted: bool) -> TopEvent {
        let row = self.model.table.get(body["id"].as_str().unwrap());
        changed(row.map(|row| Arc::clone(&row.server)), body, wanted)
    }

    /// Sends a request to the cloud, and a response without changes.
    fn poll(&mut self) {
        self.tell(TopEvent::Asked);
        self.tell(TopEvent::Answered);
    }

    /// Lets some seconds pass. Returns the effects.
    fn later(&mut self, seconds: i64) -> Vec<Effect> {
        self.now = self
            .now
            .checked_add(SignedDuration::from_secs(seconds))
            .unwrap();
        self.tell(TopEvent::Tick)
    }

    fn pass(&mut self, seconds: i64) {
        self.later(seconds);
    }

    fn resize(&mut self, width: u16, height: u16) {
        self.tell(TopEvent::Resized(Size::new(width, height)));
    }

    fn press(&mut self, code: KeyCode) -> Vec<Effect> {
        self.tell(TopEvent::Key(KeyEvent::new(code, KeyModifiers::NONE)))
    }

    fn control(&mut self, letter: char) -> Vec<Effect> {
        let key = KeyEvent::new(KeyCode::Char(letter), KeyModifiers::CONTROL);
        self.tell(TopEvent::Key(key))
    }

    /// Types these letters. Returns the effects of the last one.
    fn keys(&mut self, letters: &str) -> Vec<Effect> {
        let mut effects = Vec::new();
        for letter in letters.chars() {
            effects = self.press(KeyCode::Char(letter));
        }
        effects
    }

    fn chosen(&self) -> &str {
        self.model
            .table
            .chosen()
            .map_or("", |row| row.name.as_str())
    }

    fn status(&self) -> &str {
        self.model
            .status
            .as_ref()
            .map_or("", |status| status.text.as_str())
    }

    /// Returns the names in their order.
    fn names(&self) -> String {
        let names: Vec<&str> = self
            .model
            .table
            .all()
            .map(|row| row.name.as_str())
            .collect();
        names.join(" ")
    }

    fn draw(&self, color: bool) -> Terminal<TestBackend> {
        let size = self.model.size();
        let mut terminal = Terminal::new(TestBackend::new(size.width, size.height)).unwrap();
        terminal
            .draw(|frame| view::draw(frame, &self.model, Theme { color }))
            .unwrap();
        terminal
    }

    /// Returns the screen as text, without the blanks at the line ends.
    fn screen(&self) -> String {
        let terminal = self.draw(true);
        let buffer = terminal.backend().buffer();
        let mut out = String::new();
        for y in 0..buffer.area.height {
            let mut line = String::new();
            let mut skip = 0;
            for x in 0..buffer.area.width {
                let symbol = buffer[(x, y)].symbol();
                if skip == 0 {
                    line.push_str(symbol);
                    skip = unicode_width::UnicodeWidthStr::width(symbol).max(1);
                }
                skip -= 1;
            }
            out.push_str(line.trim_end());
            out.push('\n');
        }
        out
    }
}

//! The rows: which are shown, their order, and the chosen one. Pure.

use std::cmp::{Ordering, Reverse};
use std::collections::{BTreeMap, HashMap};
use std::net::IpAddr;
use std::str::FromStr;
use std::sync::Arc;

use jiff::Timestamp;
use unicode_width::UnicodeWidthStr as _;

use super::columns::{Needs, TopColumn};
use crate::commands::instances::metrics::{Load, Subject};
use crate::commands::instances::sort::directed;
use crate::commands::instances::view::Instance;
use crate::openstack::Server;
use crate::output::sanitize::for_terminal;
use crate::state::State;

/// The sort order of the rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Order {
    pub(super) column: TopColumn,
    pub(super) descending: bool,
}

const WORDS: [(&str, TopColumn); 9] = [
    ("name", TopColumn::Name),
    ("state", TopColumn::State),
    ("cpu", TopColumn::Cpu),
    ("memory", TopColumn::Memory),
    ("private-ip", TopColumn::PrivateIp),
    ("public-ip", TopColumn::PublicIp),
    ("type", TopColumn::Type),
    ("project-id", TopColumn::Project),
    ("created", TopColumn::Age),
];

impl FromStr for Order {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (column, descending) = directed(text, &WORDS)?;
        Ok(Self {
            column,
            // The instance that was created first is the oldest.
            descending: descending != (column == TopColumn::Age),
        })
    }
}

impl Default for Order {
    fn default() -> Self {
        Self::by(TopColumn::Name)
    }
}

impl Order {
    /// Returns the order by this column, in its usual direction.
    pub(super) fn by(column: TopColumn) -> Self {
        Self {
            column,
            descending: column.is_load(),
        }
    }
}

/// An instance as a row. All texts are safe to show.
#[derive(Clone, Debug)]
pub(super) struct TopRow {
    pub(super) instance: Instance,
    /// The server as Nova shows it.
    pub(super) server: Arc<Server>,
    pub(super) name: String,
    pub(super) state: State,
    pub(super) load: Option<Load>,
    private_ip: String,
    public_ip: String,
    kind: String,
    project: String,
    /// The sort keys: the name in lower case, and parsed addresses.
    folded: String,
    addresses: [Option<IpAddr>; 2],
    /// The text that a search reads, in lower case.
    haystack: String,
}

impl TopRow {
    pub(super) fn new(instance: Instance, server: Arc<Server>) -> Self {
        let safe = |text: Option<&str>| for_terminal(text.unwrap_or_default()).into_owned();
        let mut haystack = vec![
            instance.name.as_str(),
            &instance.instance_id,
            instance.state.name,
        ];
        haystack.extend(instance.addresses.iter().map(|one| one.ip_address.as_str()));
        let others = [
            instance.task_state.as_deref(),
            instance.instance_type.as_deref(),
            instance.key_name.as_deref(),
            instance.image_name.as_deref(),
            instance.project_id.as_deref(),
        ];
        haystack.extend(others.into_iter().flatten());
        let tags: Vec<String> = instance
            .tags
            .iter()
            .map(|tag| format!("{}={}", tag.key, tag.value))
            .collect();
        haystack.extend(tags.iter().map(String::as_str));
        let haystack = haystack.join("\n").to_lowercase();
        let address = |text: &Option<String>| text.as_deref()?.parse().ok();
        Self {
            folded: instance.name.to_lowercase(),
            addresses: [
                address(&instance.private_ip_address),
                address(&instance.public_ip_address),
            ],
            name: safe(Some(&instance.name)),
            state: instance.state.state,
            load: None,
            private_ip: safe(instance.private_ip_address.as_deref()),
            public_ip: safe(instance.public_ip_address.as_deref()),
            kind: safe(instance.instance_type.as_deref()),
            project: safe(instance.project_id.as_deref()),
            haystack,
            instance,
            server,
        }
    }

    pub(super) fn id(&self) -> &str {
        &self.instance.instance_id
    }

    /// Returns when it was created.
    pub(super) fn created(&self) -> Option<Timestamp> {
        self.instance.create_time.0
    }

    /// Returns the cell of a text column.
    pub(super) fn text(&self, column: TopColumn) -> &str {
        match column {
            TopColumn::Name => &self.name,
            TopColumn::State => self.state.name(),
            TopColumn::PrivateIp => &self.private_ip,
            TopColumn::PublicIp => &self.public_ip,
            TopColumn::Type => &self.kind,
            TopColumn::Project => &self.project,
            TopColumn::Cpu | TopColumn::Memory | TopColumn::Age => "",
        }
    }

    /// Returns the percentage of its processors or its memory. An instance that doesn't run has no
    /// load.
    pub(super) fn percent(&self, column: TopColumn) -> Option<f64> {
        let load = self.load.as_ref().filter(|_| self.is_measured())?;
        match column {
            TopColumn::Cpu => load.cpu,
            TopColumn::Memory => load.memory,
            _ => None,
        }
    }

    /// Returns whether the instance has a load to measure.
    pub(super) fn is_measured(&self) -> bool {
        self.instance.power_state == Some("running")
            || matches!(self.state, State::Running | State::Rebooting)
    }

    pub(super) fn subject(&self) -> Subject {
        Subject {
            id: self.id().to_owned(),
            name: self.instance.name.clone(),
            vcpus: self.instance.vcpus.as_ref().copied(),
            memory_mib: self.instance.memory_mib.as_ref().copied(),
        }
    }
}

/// All rows, with the order, the search and the chosen row.
#[derive(Debug, Default)]
pub(super) struct Table {
    rows: Vec<TopRow>,
    places: HashMap<String, usize>,
    /// The places of the rows that are shown, in their order.
    shown: Vec<usize>,
    /// Whether `shown` has to be computed again.
    stale: bool,
    order: Order,
    search: String,
    chosen: Option<String>,
    /// The row that the user chose, which a search may hide for a while.
    meant: Option<String>,
    /// The position of the chosen row, or its last position if it is gone.
    at: usize,
    top: usize,
    height: usize,
    needs: Needs,
    states: BTreeMap<u8, (State, usize)>,
}

impl Table {
    pub(super) fn new(order: Order, needs: Needs) -> Self {
        Self {
            order,
            needs,
            ..Self::default()
        }
    }

    /// Adds or replaces an instance.
    pub(super) fn put(&mut self, mut row: TopRow) {
        self.stale = true;
        if let Some(&place) = self.places.get(row.id()) {
            row.load = self.rows[place].load.take().filter(|_| row.is_measured());
            self.rows[place] = row;
        } else {
            self.places.insert(row.id().to_owned(), self.rows.len());
            self.rows.push(row);
        }
    }

    /// Replaces an instance with more data, if it is still there.
    pub(super) fn replace(&mut self, instance: Instance) {
        if let Some(row) = self.get(&instance.instance_id) {
            let server = Arc::clone(&row.server);
            self.put(TopRow::new(instance, server));
        }
    }

    /// Removes an instance. Returns whether it was there.
    pub(super) fn remove(&mut self, id: &str) -> bool {
        let Some(place) = self.places.remove(id) else {
            return false;
        };
        self.rows.swap_remove(place);
        if let Some(moved) = self.rows.get(place) {
            self.places.insert(moved.id().to_owned(), place);
        }
        self.stale = true;
        true
    }

    pub(super) fn measured(&mut self, load: Load) {
        if let Some(&place) = self.places.get(&load.id) {
            self.stale |= self.order.column.is_load();
            self.rows[place].load = Some(load);
        }
    }

    pub(super) fn get(&self, id: &str) -> Option<&TopRow> {
        self.places.get(id).map(|place| &self.rows[*place])
    }

    /// Returns the number of rows, shown or not.
    pub(super) fn len(&self) -> usize {
        self.rows.len()
    }

    /// Returns the number of rows that are shown.
    pub(super) fn count(&self) -> usize {
        self.shown.len()
    }

    /// Returns the number of instances in each state. States that need the user's attention come
    /// first.
    pub(super) fn states(&self) -> impl Iterator<Item = (State, usize)> {
        self.states.values().copied()
    }

    pub(super) fn needs(&self) -> Needs {
        self.needs
    }

    pub(super) fn needs_no_load(&mut self) {
        self.needs.load = false;
        if self.order.column.is_load() {
            self.sort(Order::default());
        }
    }

    pub(super) fn order(&self) -> Order {
        self.order
    }

    pub(super) fn sort(&mut self, order: Order) {
        self.order = order;
        self.stale = true;
    }

    pub(super) fn search(&self) -> &str {
        &self.search
    }

    /// Shows only the rows that contain all of these words.
    pub(super) fn set_search(&mut self, search: String) {
        self.search = search;
        self.stale = true;
    }

    /// Sets how many rows fit on the screen.
    pub(super) fn set_height(&mut self, height: usize) {
        self.height = height;
    }

    pub(super) fn height(&self) -> usize {
        self.height
    }

    /// Returns the rows on the screen, and whether each is the chosen one.
    pub(super) fn visible(&self) -> impl Iterator<Item = (&TopRow, bool)> {
        let on_screen = self
            .shown
            .iter()
            .enumerate()
            .skip(self.top)
            .take(self.height);
        on_screen.map(|(at, place)| (&self.rows[*place], at == self.at))
    }

    /// Returns all rows that are shown, on the screen or not.
    pub(super) fn all(&self) -> impl Iterator<Item = &TopRow> {
        self.shown.iter().map(|place| &self.rows[*place])
    }

    /// Returns the position of the first row on the screen among all shown rows.
    pub(super) fn top(&self) -> usize {
        self.top
    }

    pub(super) fn chosen(&self) -> Option<&TopRow> {
        self.get(self.chosen.as_deref()?)
    }

    /// Chooses the row this many rows further down, or up if negative.
    pub(super) fn step(&mut self, by: isize) {
        self.settle();
        self.choose(self.at.saturating_add_signed(by));
        self.meant.clone_from(&self.chosen);
    }

    pub(super) fn choose_first(&mut self) {
        self.settle();
        self.choose(0);
        self.meant.clone_from(&self.chosen);
    }

    pub(super) fn choose_last(&mut self) {
        self.settle();
        self.choose(usize::MAX);
        self.meant.clone_from(&self.chosen);
    }

    fn choose(&mut self, at: usize) {
        self.at = at.min(self.shown.len().saturating_sub(1));
        self.chosen = self
            .shown
            .get(self.at)
            .map(|place| self.rows[*place].id().to_owned());
        self.scroll();
    }

    /// Updates the order, if something has changed, and keeps the chosen row chosen and on the
    /// screen.
    pub(super) fn settle(&mut self) {
        if std::mem::take(&mut self.stale) {
            self.arrange();
        }
        self.scroll();
    }

    fn arrange(&mut self) {
        let words: Vec<String> = self
            .search
            .split_whitespace()
            .map(str::to_lowercase)
            .collect();
        let rows = &self.rows;
        let mut shown: Vec<usize> = (0..rows.len())
            .filter(|place| {
                words
                    .iter()
                    .all(|word| rows[*place].haystack.contains(word.as_str()))
            })
            .collect();
        let order = self.order;
        shown.sort_by(|one, other| compare(&rows[*one], &rows[*other], order));
        self.shown = shown;
        self.measure();
        let found = self
            .find(self.meant.as_ref())
            .or_else(|| self.find(self.chosen.as_ref()));
        // If the chosen row is gone, its neighbour is chosen.
        self.choose(found.unwrap_or(self.at));
    }

    fn find(&self, id: Option<&String>) -> Option<usize> {
        let place = self.places.get(id?)?;
        self.shown.iter().position(|shown| shown == place)
    }

    fn measure(&mut self) {
        let widest = |column: TopColumn| {
            let widths = self
                .shown
                .iter()
                .map(|place| self.rows[*place].text(column).width());
            u16::try_from(widths.max().unwrap_or(0)).unwrap_or(u16::MAX)
        };
        self.needs = Needs {
            name: widest(TopColumn::Name),
            private_ip: widest(TopColumn::PrivateIp),
            public_ip: widest(TopColumn::PublicIp),
            kind: widest(TopColumn::Type),
            ..self.needs
        };
        self.states.clear();
        let rows = &self.rows;
        for row in self.shown.iter().map(|place| &rows[*place]) {
            let entry = self.states.entry(rank(row.state)).or_insert((row.state, 0));
            entry.1 += 1;
        }
    }

    fn scroll(&mut self) {
        let last = self.shown.len().saturating_sub(self.height);
        let lowest = (self.at + 1).saturating_sub(self.height);
        self.top = self
            .top
            .clamp(lowest.min(self.at), self.at)
            .min(last.max(lowest));
    }
}

/// Returns a state's rank: errors first, then states in transition, then running instances.
fn rank(state: State) -> u8 {
    let group = match state {
        State::Error => 0,
        State::Unknown => 1,
        state if state.is_transitional() => 2,
        State::Running => 3,
        _ => 4,
    };
    let place = State::ALL.iter().position(|one| *one == state).unwrap_or(0);
    group * 32 + u8::try_from(place).unwrap_or(0)
}

fn compare(one: &TopRow, other: &TopRow, order: Order) -> Ordering {
    let (column, descending) = (order.column, order.descending);
    let by = match column {
        TopColumn::Cpu | TopColumn::Memory => {
            let value = |row: &TopRow| row.percent(column);
            nothing_last(value(one), value(other), descending, f64::total_cmp)
        }
        TopColumn::Age => nothing_last(
            one.created().map(Reverse),
            other.created().map(Reverse),
            descending,
            Ord::cmp,
        ),
        TopColumn::State => directed_by(rank(one.state).cmp(&rank(other.state)), descending),
        TopColumn::PrivateIp => {
            let value = |row: &TopRow| row.addresses[0];
            nothing_last(value(one), value(other), descending, Ord::cmp)
        }
        TopColumn::PublicIp => {
            let value = |row: &TopRow| row.addresses[1];
            nothing_last(value(one), value(other), descending, Ord::cmp)
        }
        TopColumn::Name => directed_by(one.folded.cmp(&other.folded), descending),
        TopColumn::Type | TopColumn::Project => {
            let (one, other) = (one.text(column), other.text(column));
            let (one, other) = (Some(one), Some(other));
            let said = |text: &&str| !text.is_empty();
            nothing_last(one.filter(said), other.filter(said), descending, Ord::cmp)
        }
    };
    by.then_with(|| one.name.cmp(&other.name))
        .then_with(|| one.id().cmp(other.id()))
}

fn directed_by(by: Ordering, descending: bool) -> Ordering {
    if descending { by.reverse() } else { by }
}

/// Compares so that rows without a value come last, in both directions.
fn nothing_last<T>(
    one: Option<T>,
    other: Option<T>,
    descending: bool,
    compare: impl Fn(&T, &T) -> Ordering,
) -> Ordering {
    match (one, other) {
        (Some(one), Some(other)) => directed_by(compare(&one, &other), descending),
        (one, other) => other.is_some().cmp(&one.is_some()),
    }
}

//! The effect of each key. Pure.

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::columns::{TopColumn, column_layouts};
use super::model::{Effect, Mode, Model};
use super::pending_actions::UnansweredAction;
use super::popups;
use super::question::{ActionQuestion, QuestionAnswer};
use super::table::Order;
use super::text::capitalised;
use super::typed::Typed;
use crate::commands::instances::act::{ACTIONS, Action, needless};
use crate::openstack::Server;
use crate::output::sanitize::for_terminal;

/// The help for the keys before the actions' keys.
const HELP_BEFORE: [(&str, &str); 4] = [
    ("↑ ↓ k j", "choose the instance above or below"),
    ("PgUp PgDn", "a screen up or down"),
    ("Home End g G", "the first or the last"),
    ("Enter", "all about the chosen instance"),
];

/// The help for the keys after the actions' keys.
const HELP_AFTER: [(&str, &str); 9] = [
    ("/", "show those alone in which all of the words are found"),
    ("N S C M", "sort by name, state, CPU, memory"),
    ("I U T A", "by private IP, public IP, type, age"),
    ("P", "by project, with --all-projects"),
    ("< > ← →", "sort by the column at the left or right"),
    ("R", "the other way round"),
    ("F5 Ctrl-L", "ask the cloud at once; draw anew"),
    ("Ctrl-Z", "to the shell; fg comes back"),
    ("q Esc Ctrl-C", "leave"),
];

/// Returns the help: keys and their effects.
pub(super) fn help_entries() -> Vec<(String, String)> {
    let owned = |(keys, what): &(&str, &str)| ((*keys).to_owned(), (*what).to_owned());
    let actions = ACTIONS.iter().filter_map(|action| {
        let key = action.key?.to_string();
        let name = action.name;
        Some(match action.variant_key() {
            Some((there, variant)) => (key, format!("{name} it ({there} there: {})", variant.flag)),
            None => (key, format!("{name} it")),
        })
    });
    let before = HELP_BEFORE.iter().map(owned);
    before
        .chain(actions)
        .chain(HELP_AFTER.iter().map(owned))
        .collect()
}

impl Model {
    pub(super) fn key(&mut self, key: KeyEvent) -> Vec<Effect> {
        if key.modifiers.contains(KeyModifiers::CONTROL) {
            match key.code {
                KeyCode::Char('c') => return self.quit(),
                KeyCode::Char('z') => return vec![Effect::Suspend],
                KeyCode::Char('l') => return vec![Effect::Repaint],
                _ => {}
            }
        }
        if self.status.as_ref().is_some_and(|status| status.bad) {
            self.status = None;
        }
        match std::mem::replace(&mut self.mode, Mode::Rows) {
            Mode::Rows => self.key_of_rows(key),
            Mode::Search(typed) => self.key_of_search(typed, key),
            Mode::Ask(question) => self.key_of_question(question, key),
            Mode::Detail(id, scroll) => self.key_of_detail(id, scroll, key),
            Mode::Help(scroll) => {
                self.mode = scrolled(scroll, key.code).map_or(Mode::Rows, Mode::Help);
                Vec::new()
            }
        }
    }

    /// Adds pasted text, which is never a command.
    pub(super) fn paste(&mut self, text: &str) {
        match &mut self.mode {
            Mode::Search(typed) => {
                typed.add(text);
                let search = typed.text().to_owned();
                self.table.set_search(search);
            }
            Mode::Ask(question) if question.action.is_deletion() => {
                question.typed.add(text);
                question.wrong = false;
            }
            _ => {}
        }
    }

    fn quit(&mut self) -> Vec<Effect> {
        if self.unanswered.is_empty() {
            return vec![Effect::Quit];
        }
        let list: Vec<String> = self
            .unanswered
            .values()
            .map(UnansweredAction::words)
            .collect();
        if self.quitting {
            return vec![Effect::Abandon(list)];
        }
        self.quitting = true;
        self.note(format!(
            "Leaving when the cloud has answered: {}. Again to leave now.",
            list.join(", ")
        ));
        Vec::new()
    }

    fn key_of_rows(&mut self, key: KeyEvent) -> Vec<Effect> {
        if key
            .modifiers
            .intersects(KeyModifiers::CONTROL | KeyModifiers::ALT)
        {
            return Vec::new();
        }
        if self.walk(key.code) {
            return Vec::new();
        }
        match key.code {
            KeyCode::Char('q') => return self.quit(),
            KeyCode::Esc if self.table.search().is_empty() => return self.quit(),
            KeyCode::Esc => self.table.set_search(String::new()),
            KeyCode::Char('/') => self.mode = Mode::Search(Typed::new(self.table.search())),
            KeyCode::Char('?') | KeyCode::F(1) => self.mode = Mode::Help(0),
            KeyCode::Enter => return self.open_detail(),
            KeyCode::F(5) => return vec![Effect::Nudge],
            KeyCode::Char('<') | KeyCode::Left => self.sort_beside(-1),
            KeyCode::Char('>') | KeyCode::Right => self.sort_beside(1),
            KeyCode::Char('R') => self.sort(self.table.order().column),
            KeyCode::Char(character) => {
                if let Some(action) = action_of(character) {
                    if let Some(id) = self.table.chosen().map(|row| row.id().to_owned()) {
                        self.ask(action, &id);
                    }
                } else if let Some(column) = self.column_of(character) {
                    self.sort(column);
                }
            }
            _ => {}
        }
        Vec::new()
    }

    /// Chooses another row, if the key is for that. Returns whether it is.
    fn walk(&mut self, code: KeyCode) -> bool {
        let page = isize::try_from(self.table.height().saturating_sub(1).max(1)).unwrap_or(1);
        match code {
            KeyCode::Up | KeyCode::Char('k') => self.table.step(-1),
            KeyCode::Down | KeyCode::Char('j') => self.table.step(1),
            KeyCode::PageUp => self.table.step(-page),
            KeyCode::PageDown | KeyCode::Char(' ') => self.table.step(page),
            KeyCode::Home | KeyCode::Char('g') => self.table.choose_first(),
            KeyCode::End | KeyCode::Char('G') => self.table.choose_last(),
            _ => return false,
        }
        true
    }

    fn key_of_search(&mut self, mut typed: Typed, key: KeyEvent) -> Vec<Effect> {
        let walks = matches!(
            key.code,
            KeyCode::Up | KeyCode::Down | KeyCode::PageUp | KeyCode::PageDown
        );
        match key.code {
            KeyCode::Enter => return Vec::new(),
            KeyCode::Esc => {
                self.table.set_search(String::new());
                return Vec::new();
            }
            code if walks => _ = self.walk(code),
            _ => {
                if typed.key(key) {
                    self.table.set_search(typed.text().to_owned());
                }
            }
        }
        self.mode = Mode::Search(typed);
        Vec::new()
    }

    fn key_of_question(&mut self, mut question: ActionQuestion, key: KeyEvent) -> Vec<Effect> {
        match question.key(key) {
            QuestionAnswer::NotYet => {
                self.mode = Mode::Ask(question);
                Vec::new()
            }
            QuestionAnswer::Leave => {
                self.note("Nothing was done.".to_owned());
                Vec::new()
            }
            QuestionAnswer::Do(action) => {
                let id = question.id;
                let name = self.name(&id);
                self.note(format!("{} {name} …", capitalised(action.doing)));
                self.unanswered
                    .insert(id.clone(), UnansweredAction::new(action, name));
                vec![Effect::Act(id, action)]
            }
        }
    }

    fn key_of_detail(&mut self, id: String, scroll: u16, key: KeyEvent) -> Vec<Effect> {
        if let KeyCode::Char(character) = key.code
            && key.modifiers.is_empty()
            && let Some(action) = action_of(character)
        {
            self.ask(action, &id);
            return Vec::new();
        }
        self.mode =
            scrolled(scroll, key.code).map_or(Mode::Rows, |scroll| Mode::Detail(id, scroll));
        Vec::new()
    }

    fn open_detail(&mut self) -> Vec<Effect> {
        let Some(id) = self.table.chosen().map(|row| row.id().to_owned()) else {
            return Vec::new();
        };
        self.mode = Mode::Detail(id.clone(), 0);
        vec![Effect::Learn(id)]
    }

    /// Asks before an action, if the action is possible.
    fn ask(&mut self, action: &'static Action, id: &str) {
        let Some(row) = self.table.get(id) else {
            return;
        };
        let (action, needless) = fitting(&row.server, action, self.is_admin);
        let question = ActionQuestion::new(action, id, &row.instance.name);
        if let Some(refusal) = &self.refusal {
            self.fail(refusal.clone());
        } else if let Some(unanswered) = self.unanswered.get(id) {
            let words = unanswered.words();
            self.note(format!("The cloud has not answered yet: {words}."));
        } else if let Some(why) = needless {
            self.note(why);
        } else if !popups::has_room(self, &question) {
            self.fail("The terminal is too small to ask before that is done.".to_owned());
        } else {
            self.mode = Mode::Ask(question);
        }
    }

    fn column_of(&self, key: char) -> Option<TopColumn> {
        let needs = self.table.needs();
        TopColumn::ALL.into_iter().find(|column| {
            let is_there = match column {
                TopColumn::Project => needs.project,
                TopColumn::Cpu | TopColumn::Memory => needs.load,
                _ => true,
            };
            is_there && column.key() == key
        })
    }

    /// Sorts by a column. If the rows are already sorted by it, reverses the order.
    fn sort(&mut self, column: TopColumn) {
        let mut order = self.table.order();
        if order.column == column {
            order.descending = !order.descending;
        } else {
            order = Order::by(column);
        }
        self.table.sort(order);
    }

    /// Sorts by a column on the screen next to the present sort column.
    fn sort_beside(&mut self, step: isize) {
        let column_layouts = column_layouts(self.size().width, &self.table.needs());
        let column = self.table.order().column;
        let at = column_layouts
            .iter()
            .position(|column_layout| column_layout.column == column);
        let next = at.map_or(0, |at| at.saturating_add_signed(step));
        if let Some(column_layout) = column_layouts.get(next)
            && column_layout.column != column
        {
            self.table.sort(Order::by(column_layout.column));
        }
    }
}

/// Returns the action to ask about and why it is useless, if it is. If Nova allows only the
/// action's variant now, returns the variant.
fn fitting(
    server: &Server,
    action: &'static Action,
    is_admin: bool,
) -> (&'static Action, Option<String>) {
    let why = |action: &Action| needless(server, action, is_admin);
    let variant = action.variant_key().map(|(_, variant)| variant.action);
    match (why(action), variant) {
        (Some(_), Some(variant)) if why(variant).is_none() => (variant, None),
        (why, _) => (action, why.map(|why| for_terminal(&why).into_owned())),
    }
}

fn action_of(key: char) -> Option<&'static Action> {
    ACTIONS.iter().find(|action| action.key == Some(key))
}

/// Returns the scroll position after a key; `None` if the key closes the text.
fn scrolled(scroll: u16, code: KeyCode) -> Option<u16> {
    const PAGE: u16 = 10;
    Some(match code {
        KeyCode::Up | KeyCode::Char('k') => scroll.saturating_sub(1),
        KeyCode::Down | KeyCode::Char('j') => scroll.saturating_add(1),
        KeyCode::PageUp => scroll.saturating_sub(PAGE),
        KeyCode::PageDown | KeyCode::Char(' ') => scroll.saturating_add(PAGE),
        KeyCode::Home | KeyCode::Char('g') => 0,
        KeyCode::Esc | KeyCode::Enter | KeyCode::Char('q' | '?') => return None,
        _ => scroll,
    })
}

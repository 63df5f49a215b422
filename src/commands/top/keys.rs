//! What each key does. Pure.

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::act::{Act, Answer, Question};
use super::columns::{Column, lanes};
use super::deeds::UnderWay;
use super::model::{Effect, Mode, Model};
use super::popups;
use super::table::Order;
use super::typed::Typed;
use crate::commands::instances::act::needless;
use crate::openstack::Server;
use crate::output::sanitize::for_terminal;

/// What the help says, by what it is for.
pub(super) const HELP: [(&str, &str); 17] = [
    ("↑ ↓ k j", "choose the instance above or below"),
    ("PgUp PgDn", "a screen up or down"),
    ("Home End g G", "the first or the last"),
    ("Enter", "all about the chosen instance"),
    ("s", "start it"),
    ("t", "stop it"),
    ("r", "reboot it (h there: hard)"),
    ("d", "delete it"),
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

    /// Text that was pasted is text, and never a command.
    pub(super) fn paste(&mut self, text: &str) {
        match &mut self.mode {
            Mode::Search(typed) => {
                typed.add(text);
                let search = typed.text().to_owned();
                self.table.set_search(search);
            }
            Mode::Ask(question) if question.act == Act::Delete => {
                question.typed.add(text);
                question.wrong = false;
            }
            _ => {}
        }
    }

    fn quit(&mut self) -> Vec<Effect> {
        if self.under_way.is_empty() {
            return vec![Effect::Quit];
        }
        let list: Vec<String> = self.under_way.values().map(UnderWay::words).collect();
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
                if let Some(act) = act_of(character) {
                    if let Some(id) = self.table.chosen().map(|row| row.id().to_owned()) {
                        self.ask(act, &id);
                    }
                } else if let Some(column) = self.column_of(character) {
                    self.sort(column);
                }
            }
            _ => {}
        }
        Vec::new()
    }

    /// Chooses another row, if this is a key for that.
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

    fn key_of_question(&mut self, mut question: Question, key: KeyEvent) -> Vec<Effect> {
        match question.key(key) {
            Answer::NotYet => {
                self.mode = Mode::Ask(question);
                Vec::new()
            }
            Answer::Leave => {
                self.note("Nothing was done.".to_owned());
                Vec::new()
            }
            Answer::Do(act) => {
                let id = question.id;
                let name = self.name(&id);
                self.note(format!("{} {name} …", act.doing()));
                self.under_way.insert(id.clone(), UnderWay::new(act, name));
                vec![Effect::Act(id, act)]
            }
        }
    }

    fn key_of_detail(&mut self, id: String, scroll: u16, key: KeyEvent) -> Vec<Effect> {
        if let KeyCode::Char(character) = key.code
            && key.modifiers.is_empty()
            && let Some(act) = act_of(character)
        {
            self.ask(act, &id);
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

    /// Asks before something is done, if it may be done at all.
    fn ask(&mut self, act: Act, id: &str) {
        let Some(row) = self.table.get(id) else {
            return;
        };
        let (act, needless) = fitting(&row.server, act, self.is_admin);
        let question = Question::new(act, id, &row.instance.name);
        if let Some(refusal) = &self.refusal {
            self.fail(refusal.clone());
        } else if let Some(under_way) = self.under_way.get(id) {
            let words = under_way.words();
            self.note(format!("The cloud has not answered yet: {words}."));
        } else if let Some(why) = needless {
            self.note(why);
        } else if !popups::has_room(self, &question) {
            self.fail("The terminal is too small to ask before that is done.".to_owned());
        } else {
            self.mode = Mode::Ask(question);
        }
    }

    fn column_of(&self, key: char) -> Option<Column> {
        let needs = self.table.needs();
        Column::ALL.into_iter().find(|column| {
            let is_there = match column {
                Column::Project => needs.project,
                Column::Cpu | Column::Memory => needs.load,
                _ => true,
            };
            is_there && column.key() == key
        })
    }

    /// Sorts by a column; the one it is sorted by already, the other way round.
    fn sort(&mut self, column: Column) {
        let mut order = self.table.order();
        if order.column == column {
            order.descending = !order.descending;
        } else {
            order = Order::by(column);
        }
        self.table.sort(order);
    }

    /// Sorts by a column on the screen beside the one that it is sorted by.
    fn sort_beside(&mut self, step: isize) {
        let lanes = lanes(self.size().width, &self.table.needs());
        let column = self.table.order().column;
        let at = lanes.iter().position(|lane| lane.column == column);
        let next = at.map_or(0, |at| at.saturating_add_signed(step));
        if let Some(lane) = lanes.get(next)
            && lane.column != column
        {
            self.table.sort(Order::by(lane.column));
        }
    }
}

/// What is to be asked about an instance as it stands: the act itself, or a hard reboot where Nova
/// allows no other; and why neither makes sense, if neither does.
fn fitting(server: &Server, act: Act, is_admin: bool) -> (Act, Option<String>) {
    let why = |act: Act| needless(server, act.action(), is_admin);
    match why(act) {
        Some(_) if act == Act::Reboot && why(Act::HardReboot).is_none() => (Act::HardReboot, None),
        why => (act, why.map(|why| for_terminal(&why).into_owned())),
    }
}

fn act_of(key: char) -> Option<Act> {
    Some(match key {
        's' => Act::Start,
        't' => Act::Stop,
        'r' => Act::Reboot,
        'd' => Act::Delete,
        _ => return None,
    })
}

/// How far a text is scrolled after a key; none, where the key closes it.
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

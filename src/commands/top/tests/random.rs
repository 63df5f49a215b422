//! No input of a user or a cloud breaks the screen.

use proptest::prelude::*;

use super::*;
use crate::output::sanitize::for_terminal;

fn safe(text: &str) -> String {
    for_terminal(text).into_owned()
}

/// Returns a random event.
fn event() -> impl Strategy<Value = TopEvent> {
    let statuses = prop::sample::select(vec!["ACTIVE", "SHUTOFF", "BUILD", "ERROR", "DELETED", ""]);
    let keys = "[a-zA-Z0-9/?<> ]";
    let codes = prop::sample::select(vec![
        KeyCode::Up,
        KeyCode::Down,
        KeyCode::PageUp,
        KeyCode::PageDown,
        KeyCode::Home,
        KeyCode::End,
        KeyCode::Enter,
        KeyCode::Enter,
        KeyCode::Esc,
        KeyCode::Backspace,
        KeyCode::Left,
        KeyCode::Right,
        KeyCode::F(5),
    ]);
    let name = ".{0,40}";
    prop_oneof![
        4 => keys.prop_map(|key| TopEvent::Key(KeyEvent::new(
            KeyCode::Char(key.chars().next().unwrap()), KeyModifiers::NONE))),
        4 => codes.prop_map(|code| TopEvent::Key(KeyEvent::new(code, KeyModifiers::NONE))),
        3 => (0_u32..9, name, statuses, any::<bool>()).prop_map(|(number, name, status, wanted)| {
            changed(None, body(number, &name, status, None), wanted)
        }),
        1 => (0_u32..9).prop_map(|number| TopEvent::Gone(id(number))),
        2 => (0_u16..130, 0_u16..40).prop_map(|(w, h)| TopEvent::Resized(Size::new(w, h))),
        1 => (0_u32..9, -5.0..1e9).prop_map(|(number, cpu)| {
            TopEvent::Measured(vec![load(number, cpu, cpu / 3.0)])
        }),
        // The senders of these events have made the texts safe.
        1 => name.prop_map(|why| TopEvent::Lost(safe(&why), Duration::from_secs(3))),
        1 => name.prop_map(|text| TopEvent::Said(safe(&text))),
        1 => name.prop_map(TopEvent::Pasted),
        1 => Just(TopEvent::Synced(None)),
        1 => Just(TopEvent::Asked),
        1 => Just(TopEvent::NeverMeasured),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn whatever_happens_is_drawn(events in prop::collection::vec((event(), 0_i64..20), 1..40)) {
        let mut stage = Stage::new(80, 24);
        for (event, seconds) in events {
            stage.tell(event);
            stage.pass(seconds);
            let chosen = stage.model.table.chosen().map(|row| row.id().to_owned());
            let visible: Vec<_> = stage.model.table.visible().collect();
            // If there are rows, one is chosen, and it is on the screen.
            prop_assert_eq!(chosen.is_some(), stage.model.table.count() > 0);
            if stage.model.table.height() > 0 && chosen.is_some() {
                prop_assert_eq!(visible.iter().filter(|(_, is)| *is).count(), 1);
            }
            let terminal = stage.draw(true);
            for cell in terminal.backend().buffer().content() {
                let safe = !cell.symbol().contains(crate::output::sanitize::is_treacherous);
                prop_assert!(safe, "{:?}", cell);
            }
        }
    }
}

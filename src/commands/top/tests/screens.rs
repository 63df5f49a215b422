//! The appearance of the screen.

use insta::assert_snapshot;
use ratatui::style::{Color, Modifier};

use super::*;

fn measured(width: u16, height: u16) -> Stage {
    let mut stage = Stage::new(width, height);
    let mut lost = body(4, "日本-worker", "ERROR", None);
    lost["fault"] = json!({ "code": 500, "message": "No valid host was found." });
    stage.put(lost);
    stage.put(body(
        5,
        "evil\x1b[31m\u{202e}name",
        "ACTIVE",
        Some("rebooting"),
    ));
    stage.tell(TopEvent::Measured(vec![
        load(1, 93.0, 41.5),
        load(2, 0.4, 66.0),
    ]));
    stage
}

#[test]
fn a_usual_terminal() {
    assert_snapshot!(measured(100, 14).screen());
}

#[test]
fn a_narrow_one() {
    assert_snapshot!(measured(40, 10).screen());
}

#[test]
fn the_smallest_ones() {
    let screens: Vec<String> = [(20, 5), (10, 3), (10, 2), (3, 1), (1, 1)]
        .into_iter()
        .map(|(width, height)| format!("{width}x{height}\n{}", measured(width, height).screen()))
        .collect();
    assert_snapshot!(screens.join(""));
    for (width, height) in [(0, 0), (0, 5), (5, 0)] {
        assert!(measured(width, height).screen().trim().is_empty());
    }
}

#[test]
fn a_question_a_search_and_details() {
    let mut stage = measured(80, 16);
    stage.keys("d");
    stage.keys("d");
    let question = stage.screen();
    stage.press(KeyCode::Esc);
    stage.keys("/run");
    let search = stage.screen();
    stage.press(KeyCode::Esc);
    stage.press(KeyCode::End);
    stage.press(KeyCode::Enter);
    assert_snapshot!(format!("{question}{search}{}", stage.screen()));
}

#[test]
fn before_the_first_answer() {
    let mut stage = Stage::empty(60, 8);
    stage.pass(3);
    assert_snapshot!(stage.screen());
    stage.tell(TopEvent::Synced(None));
    assert!(stage.screen().contains("There is no instance."));
}

#[test]
fn colours_stand_beside_words_and_can_be_done_without() {
    let stage = measured(100, 14);
    let with = stage.draw(true);
    let colors: Vec<Color> = with
        .backend()
        .buffer()
        .content()
        .iter()
        .map(|cell| cell.fg)
        .collect();
    for color in [Color::Green, Color::Yellow, Color::Red] {
        assert!(colors.contains(&color), "{color:?}");
    }
    let without = stage.draw(false);
    let mut chosen = 0;
    for cell in without.backend().buffer().content() {
        assert_eq!((cell.fg, cell.bg), (Color::Reset, Color::Reset));
        chosen += usize::from(cell.modifier.contains(Modifier::REVERSED));
    }
    assert_eq!(chosen, 100);
}

#[test]
fn only_the_rows_on_the_screen_cost_anything() {
    let mut stage = Stage::empty(80, 24);
    for number in 0..1_500 {
        let mut one = body(0, &format!("vm-{number:04}"), "ACTIVE", None);
        one["id"] = json!(format!("{number:08}-0000-4000-8000-000000000000"));
        stage.tell_later(one);
    }
    stage.tell(TopEvent::Synced(None));
    stage.press(KeyCode::End);
    let screen = stage.screen();
    assert!(screen.contains("> vm-1499"), "{screen}");
    assert!(screen.contains("1,481–1,500 of 1,500"), "{screen}");
    assert_eq!(stage.model.table.visible().count(), 20);
}

impl Stage {
    /// Sends an instance's change without updating the order, as when many changes come together.
    fn tell_later(&mut self, body: Value) {
        let event = self.change(body, true);
        self.model.handle(event, self.now);
    }
}

use super::{Many, pieces};

fn widths(one: &'static str) -> Vec<String> {
    Many::statement(one).texts().to_vec()
}

#[test]
fn a_row_of_values_is_repeated() {
    let texts = widths("INSERT INTO t (a, b) VALUES ($1, $2) ON CONFLICT (a) DO NOTHING");
    assert_eq!(texts[0], "INSERT INTO t (a, b) VALUES ($1, $2) ON CONFLICT (a) DO NOTHING");
    assert_eq!(texts[1], "INSERT INTO t (a, b) VALUES ($1, $2), ($3, $4) ON CONFLICT (a) DO NOTHING");
    assert_eq!(texts.len(), 6);
    assert!(texts[5].contains("($63, $64) ON"));
}

#[test]
fn a_list_grows() {
    let texts = widths("DELETE FROM t WHERE a IN ($1) AND b > 0");
    assert_eq!(texts[0], "DELETE FROM t WHERE a IN ($1) AND b > 0");
    assert_eq!(texts[2], "DELETE FROM t WHERE a IN ($1, $2, $3, $4) AND b > 0");
}

#[test]
fn a_selected_row_is_repeated() {
    let texts =
        widths("WITH s (a, b) AS (SELECT a, b FROM t WHERE 1 = 0 UNION ALL SELECT $1, $2) SELECT a FROM s");
    assert_eq!(
        texts[0],
        "WITH s (a, b) AS (SELECT a, b FROM t WHERE 1 = 0 UNION ALL SELECT $1, $2) SELECT a FROM s"
    );
    assert_eq!(
        texts[1],
        "WITH s (a, b) AS (SELECT a, b FROM t WHERE 1 = 0 UNION ALL SELECT $1, $2 UNION ALL SELECT $3, $4) SELECT a FROM s"
    );
}

#[test]
fn pieces_keep_every_row_in_order_and_have_a_width() {
    for many in 0..300 {
        let rows: Vec<usize> = (0..many).collect();
        let all: Vec<&[usize]> = pieces(&rows).collect();
        assert_eq!(all.concat(), rows);
        assert!(all.iter().all(|piece| piece.len().is_power_of_two() && piece.len() <= 32));
    }
}

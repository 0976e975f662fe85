//! Both engines after migration: the same tables, columns, types, nullability, keys, indexes and references.

use std::collections::BTreeSet;

use sqlx::{AnyPool, Row};

use crate::support::World;

#[tokio::test]
async fn both_schemas_say_the_same() {
    let sqlite = facts(&World::on("sqlite").await, SQLITE).await;
    let postgres = facts(&World::on("postgres").await, POSTGRES).await;
    assert!(sqlite.len() > 80, "only {} facts were found", sqlite.len());
    let only =
        |one: &BTreeSet<String>, other: &BTreeSet<String>| one.difference(other).cloned().collect::<Vec<_>>();
    assert_eq!((only(&sqlite, &postgres), only(&postgres, &sqlite)), (Vec::new(), Vec::new()));
}

/// Columns, indexes, references.
type Questions = [&'static str; 3];

async fn facts(world: &World, questions: Questions) -> BTreeSet<String> {
    let pool = world.pool().await;
    let mut facts = BTreeSet::new();
    for question in questions {
        let found = ask(&pool, question).await;
        assert!(!found.is_empty(), "no answer to {question}");
        facts.extend(found);
    }
    facts
}

async fn ask(pool: &AnyPool, question: &'static str) -> Vec<String> {
    let rows = sqlx::query(question).fetch_all(pool).await.unwrap();
    let facts = rows.iter().map(|row| row.get::<String, _>("fact"));
    facts.filter(|fact| !fact.starts_with("_sqlx_migrations")).collect()
}

// A primary key counts as never NULL: SQLite would let one be NULL where a table has a rowid, but no id that is bound
// can be.
const SQLITE: Questions = [
    "SELECT t.name || '.' || c.name || ' ' || CASE c.type WHEN 'BLOB' THEN 'bytea' ELSE lower(c.type) END
        || CASE WHEN c.\"notnull\" = 1 OR c.pk > 0 THEN ' not null' ELSE '' END
        || coalesce(' default ' || c.dflt_value, '') AS fact
     FROM sqlite_master t JOIN pragma_table_info(t.name) c WHERE t.type = 'table'",
    "SELECT t.name || ' ' || CASE WHEN i.origin = 'pk' THEN 'primary key' WHEN i.\"unique\" = 1 THEN 'unique'
            ELSE 'index' END || ' (' || (SELECT group_concat(name, ', ') FROM
            (SELECT name FROM pragma_index_info(i.name) ORDER BY seqno)) || ')' AS fact
     FROM sqlite_master t JOIN pragma_index_list(t.name) i WHERE t.type = 'table'",
    "SELECT t.name || '.' || r.\"from\" || ' references ' || r.\"table\" || '.' || r.\"to\"
        || ' on delete ' || lower(r.on_delete) AS fact
     FROM sqlite_master t JOIN pragma_foreign_key_list(t.name) r WHERE t.type = 'table'",
];
const POSTGRES: Questions = [
    "SELECT (table_name || '.' || column_name || ' ' || data_type
        || CASE is_nullable WHEN 'NO' THEN ' not null' ELSE '' END
        || coalesce(' default ' || column_default, ''))::TEXT AS fact
     FROM information_schema.columns WHERE table_schema = 'public'",
    "SELECT (t.relname || ' ' || CASE WHEN i.indisprimary THEN 'primary key' WHEN i.indisunique THEN 'unique'
            ELSE 'index' END || ' (' || (SELECT string_agg(a.attname, ', ' ORDER BY k.place)
            FROM unnest(i.indkey) WITH ORDINALITY k (number, place)
            JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.number) || ')')::TEXT AS fact
     FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid WHERE t.relnamespace = 'public'::regnamespace",
    "SELECT (t.relname || '.' || a.attname || ' references ' || o.relname || '.' || b.attname || ' on delete '
        || CASE r.confdeltype WHEN 'a' THEN 'no action' WHEN 'c' THEN 'cascade' WHEN 'n' THEN 'set null'
            WHEN 'r' THEN 'restrict' ELSE 'set default' END)::TEXT AS fact
     FROM pg_constraint r JOIN pg_class t ON t.oid = r.conrelid JOIN pg_class o ON o.oid = r.confrelid
        JOIN LATERAL unnest(r.conkey, r.confkey) k (mine, theirs) ON TRUE
        JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.mine
        JOIN pg_attribute b ON b.attrelid = o.oid AND b.attnum = k.theirs
     WHERE r.contype = 'f'",
];

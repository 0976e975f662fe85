//! Every statement of the store, prepared on both engines: both know its tables, columns and types.

use std::{fs, path::Path};

use proc_macro2::{TokenStream, TokenTree};
use server::store::many::Many;
use sqlx::{AnyPool, AssertSqlSafe, Column, Either, Executor, SqlSafeStr, Statement, any::AnyTypeInfoKind};

use crate::support::World;

#[tokio::test]
async fn both_engines_understand_every_statement_alike() {
    let found = Found::in_the_store();
    assert!(found.statements.len() > 30, "only {} statements were found", found.statements.len());
    assert_eq!(found.statements.len(), found.asked, "a statement is put together where it cannot be seen");
    assert!(found.widened > 5, "only {} statements for many rows were found", found.widened);
    let (sqlite, postgres) = (World::on("sqlite").await, World::on("postgres").await);
    let (sqlite, postgres) = (sqlite.pool().await, postgres.pool().await);
    for statement in found.statements.iter().flat_map(OneOf::texts) {
        let (sqlite, postgres, statement) = (&sqlite, &postgres, &statement);
        let (one, other) = (prepared(sqlite, statement).await, prepared(postgres, statement).await);
        assert_eq!(one.columns, other.columns, "{statement}");
        assert_eq!(one.parameters, other.parameters, "{statement}");
    }
    // The control: what an engine does not know, it does not prepare.
    for wrong in ["SELECT nothing FROM accounts", "INSERT INTO feed (account_id, seq) VALUES ($1)"] {
        for pool in [&sqlite, &postgres] {
            assert!(pool.prepare(AssertSqlSafe(wrong.to_owned()).into_sql_str()).await.is_err(), "{wrong}");
        }
    }
}

#[derive(Default)]
struct Found {
    statements: Vec<OneOf>,
    /// How many calls ask for one.
    asked: usize,
    /// How many of the statements are for many rows.
    widened: usize,
}

struct OneOf {
    text: String,
    many: bool,
}

impl OneOf {
    /// As it is sent: one for many rows in each of its widths, made as the server makes them.
    fn texts(&self) -> Vec<String> {
        if !self.many {
            return vec![self.text.clone()];
        }
        let texts = Many::statement(self.text.clone().leak()).texts().to_vec();
        assert!(texts.len() > 5 && texts[0] == self.text, "{texts:?}");
        assert!(texts.windows(2).all(|two| two[0].len() < two[1].len()), "{} is not widened", self.text);
        texts
    }
}

impl Found {
    fn in_the_store() -> Self {
        let mut found = Self::default();
        let store = Path::new(env!("CARGO_MANIFEST_DIR")).join("../server/src/store");
        found.file(&store.with_extension("rs"));
        found.folder(&store);
        found
    }

    fn folder(&mut self, folder: &Path) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                self.folder(&path);
            } else if path.file_name().is_some_and(|name| name != "tests.rs" && name != "many.rs") {
                // What `many.rs` asks for is what the others gave it.
                self.file(&path);
            }
        }
    }

    fn file(&mut self, path: &Path) {
        let source = fs::read_to_string(path).unwrap();
        // With these a statement would be no literal, and nobody could prepare it beforehand.
        for loophole in ["AssertSqlSafe", "QueryBuilder"] {
            assert!(!source.contains(loophole), "{} in {}", loophole, path.display());
        }
        self.tokens(source.parse().unwrap());
    }

    fn tokens(&mut self, tokens: TokenStream) {
        self.inside(tokens, false);
    }

    fn inside(&mut self, tokens: TokenStream, many: bool) {
        let mut last = None;
        for token in tokens {
            match &token {
                TokenTree::Group(group) => {
                    // One engine's own housekeeping, and the check that it answers at all, are no statements on rows.
                    let inside = group.stream().to_string();
                    let own =
                        ["\"PRAGMA", "\"VACUUM", "\"SELECT 1\""].iter().any(|word| inside.starts_with(word));
                    let many = last.as_deref() == Some("statement");
                    self.asked += usize::from(many || last.as_deref() == Some("query") && !own);
                    self.inside(group.stream(), many);
                }
                TokenTree::Literal(literal) => self.literal(&literal.to_string(), many),
                TokenTree::Ident(_) | TokenTree::Punct(_) => {}
            }
            last = Some(token.to_string());
        }
    }

    fn literal(&mut self, literal: &str, many: bool) {
        let Some(text) = literal.strip_prefix('"').and_then(|text| text.strip_suffix('"')) else { return };
        if ["SELECT ", "INSERT ", "UPDATE ", "DELETE ", "WITH "].iter().any(|verb| text.starts_with(verb))
            && text != "SELECT 1"
        {
            self.widened += usize::from(many);
            self.statements.push(OneOf { text: text.to_owned(), many });
        }
    }
}

struct Prepared {
    columns: Vec<String>,
    parameters: usize,
}

async fn prepared(pool: &AnyPool, statement: &str) -> Prepared {
    let sql = AssertSqlSafe(statement.to_owned()).into_sql_str();
    let prepared = pool.prepare(sql).await.unwrap_or_else(|error| panic!("{error}: {statement}"));
    let parameters = match prepared.parameters() {
        // What the store binds is bytes, 64 bits or text; an engine that wants another type would refuse it later.
        Some(Either::Left(types)) => {
            let bound = |kind| {
                matches!(kind, AnyTypeInfoKind::Blob | AnyTypeInfoKind::BigInt | AnyTypeInfoKind::Text)
            };
            assert!(types.iter().all(|wanted| bound(wanted.kind())), "{types:?}: {statement}");
            types.len()
        }
        Some(Either::Right(count)) => count,
        None => 0,
    };
    let columns = prepared.columns().iter().map(|column| column.name().to_owned()).collect();
    Prepared { columns, parameters }
}

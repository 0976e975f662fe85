//! Everything a database holds, to compare before and after.

use std::collections::BTreeMap;

use sqlx::{AnyPool, AssertSqlSafe, Column, Row, any::AnyRow};

use super::World;

/// The rows of each table, as text, in one order.
pub type Contents = BTreeMap<String, Vec<String>>;

impl World {
    /// A connection of the test's own, beside the server's.
    pub async fn pool(&self) -> AnyPool {
        sqlx::any::install_default_drivers();
        let url =
            if self.is_postgres() { self.database.clone() } else { format!("sqlite://{}", self.database) };
        AnyPool::connect(&url).await.unwrap()
    }

    pub fn is_postgres(&self) -> bool {
        self.database.starts_with("postgres://")
    }

    /// The tables the migrations make.
    pub async fn tables(&self, pool: &AnyPool) -> Vec<String> {
        let sql = if self.is_postgres() {
            "SELECT tablename::TEXT AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1"
        } else {
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY 1"
        };
        let rows = sqlx::query(sql).fetch_all(pool).await.unwrap();
        rows.iter().map(|row| row.get("name")).filter(|name| name != "_sqlx_migrations").collect()
    }

    pub async fn contents(&self, pool: &AnyPool) -> Contents {
        let mut contents = Contents::new();
        for table in self.tables(pool).await {
            let rows =
                sqlx::query(AssertSqlSafe(format!("SELECT * FROM {table}"))).fetch_all(pool).await.unwrap();
            let mut rows: Vec<_> = rows.iter().map(text).collect();
            rows.sort_unstable();
            contents.insert(table, rows);
        }
        contents
    }
}

fn text(row: &AnyRow) -> String {
    let cell = |at: usize| {
        let bytes = row.try_get::<Option<Vec<u8>>, _>(at).map(|bytes| format!("{bytes:?}"));
        let bytes = bytes.or_else(|_| row.try_get::<Option<i64>, _>(at).map(|number| format!("{number:?}")));
        bytes.or_else(|_| row.try_get::<Option<String>, _>(at).map(|text| format!("{text:?}"))).unwrap()
    };
    let cells: Vec<_> = row
        .columns()
        .iter()
        .map(|column| format!("{} = {}", column.name(), cell(column.ordinal())))
        .collect();
    cells.join("; ")
}

// Loads the complaint file into DuckDB, once with text and once with ENUM columns, and answers the four cross-tabs on demand: each line on
// stdin asks for one round, each round gives one line of times on stdout. Started by Analytics.Benchmarks, see crosstabs.sh.
// usage: node crosstabs-duckdb.mjs complaints.csv.gz
import { createInterface } from "node:readline";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const { DuckDBInstance } = require("@duckdb/node-api");
const [file] = process.argv.slice(2);
const questions = [["assunto", "problema"], ["anomes", "assunto"], ["uf", "marca"], ["canalentrada", "assunto"]];
const columns = [...new Set(questions.flat())];

const connection = await (await DuckDBInstance.create(":memory:")).connect();
const rows = async (sql) => (await connection.runAndReadAll(sql)).getRows();
const trimmed = columns.map((c) => `nullif(trim("${c}"), '') AS "${c}"`).join(", ");
await connection.run(`CREATE TABLE text_columns AS SELECT ${trimmed}, qtd::INTEGER AS qtd
    FROM read_csv('${file.replaceAll("'", "''")}', all_varchar = true, header = true, quote = '"', escape = '"')`);
for (const c of columns) {
    await connection.run(`CREATE TYPE "enum_${c}" AS ENUM (SELECT DISTINCT "${c}" FROM text_columns WHERE "${c}" IS NOT NULL ORDER BY 1)`);
}
await connection.run(`CREATE TABLE enum_columns AS SELECT ${columns.map((c) => `"${c}"::"enum_${c}" AS "${c}"`).join(", ")}, qtd FROM text_columns`);

const sql = ([a, b], table) => `SELECT "${a}", "${b}", sum(qtd) FROM ${table} GROUP BY 1, 2`;
const cells = [];
for (const question of questions) {
    cells.push((await rows(sql(question, "text_columns"))).map(([row, column, count]) => ({ row: row ?? "", column: column ?? "", count: Number(count) })));
}
const [[version, threads]] = await rows("SELECT version(), current_setting('threads')");
console.log(JSON.stringify({ version, threads: Number(threads), cells }));

for await (const _ of createInterface({ input: process.stdin })) {
    const round = {};
    for (const [name, table] of [["text", "text_columns"], ["enum", "enum_columns"]]) {
        round[name] = [];
        for (const question of questions) {
            const start = process.hrtime.bigint();
            await connection.run(sql(question, table));
            round[name].push(Number(process.hrtime.bigint() - start) / 1e6);
        }
    }
    console.log(JSON.stringify(round));
}

// Times the four cross-tabs in DuckDB, over text and over ENUM columns of a loaded table; called by crosstabs.sh.
// usage: node crosstabs-duckdb.mjs complaints.csv.gz out.json [rounds]
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const require = createRequire(pathToFileURL(process.cwd() + "/"));
const { DuckDBInstance } = require("@duckdb/node-api");
const [file, out, rounds = "15"] = process.argv.slice(2);
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
const times = { text_columns: questions.map(() => []), enum_columns: questions.map(() => []) };
for (let round = -3; round < Number(rounds); round++) {
    for (const table of Object.keys(times)) {
        for (const [q, question] of questions.entries()) {
            const start = process.hrtime.bigint();
            await connection.run(sql(question, table));
            const milliseconds = Number(process.hrtime.bigint() - start) / 1e6;
            if (round >= 0) times[table][q].push(milliseconds);
        }
    }
}

const cells = [];
for (const question of questions) {
    cells.push((await rows(sql(question, "text_columns"))).map(([row, column, count]) => ({ row: row ?? "", column: column ?? "", count: Number(count) })));
}
const [[version, threads]] = await rows("SELECT version(), current_setting('threads')");
writeFileSync(out, JSON.stringify({ version, threads: Number(threads), text: times.text_columns, enum: times.enum_columns, cells }));

// Reads every JSON output of patuh and its Markdown back with the tools of their ecosystems. usage: node read.js FOLDER MODULES SCHEMA;
// FOLDER has one file a format, SCHEMA is what `patuh schema output` prints. TAP on standard output.
const fs = require('fs'), path = require('path');
const [folder, modules, schemaFile] = process.argv.slice(2);
const load = name => require(require.resolve(name, {paths: [modules]}));
const text = name => fs.readFileSync(path.join(folder, name), 'utf8');
const json = name => JSON.parse(text(name));
let count = 0, failed = 0;
const ok = (good, name, why) => {
    console.log(`${good ? '' : 'not '}ok ${++count} - ${name}`);
    if (good) return;
    failed++;
    if (why) console.log(String(why).split('\n').slice(0, 10).map(l => '# ' + l).join('\n'));
};
const same = (got, want, name) => ok(JSON.stringify(got) === JSON.stringify(want), name, `got ${JSON.stringify(got)}\nwant ${JSON.stringify(want)}`);
const valid = (check, data, name) => ok(check(data), name, JSON.stringify(check.errors, null, 1));

const Ajv = load('ajv/dist/2020').default, Ajv4 = load('ajv-draft-04').default, formats = load('ajv-formats').default;
const ajv = new Ajv({allErrors: false, strict: true, strictRequired: false, allowUnionTypes: true});
formats(ajv);

// ---- JSON
const schema = JSON.parse(fs.readFileSync(schemaFile, 'utf8'));
const whole = json('json');
valid(ajv.compile(schema), whole, 'json: of the form that `patuh schema output` tells');
const of = name => ajv.compile({$ref: `urn:patuh:output:1#/$defs/${name}`});
const place = f => [f.path, f.rule, f.severity, f.message, f.location];
const all = [...whole.documents.flatMap(d => d.findings.map(f => ({...f, path: d.path, part: d.part}))), ...whole.set.findings];
const only = json('json-temuan');
const finding = of('finding');
ok(only.findings.every(f => finding(f)), 'json-temuan: each finding of that form', JSON.stringify(finding.errors));
same(only.findings.map(place), all.map(place), 'json-temuan: the same findings');

// ---- JSON lines
const lines = text('jsonl').trimEnd().split('\n').map(l => JSON.parse(l));
const one = of('document');
same(lines.map(l => l.type).filter((t, i, a) => t !== a[i - 1]), ['run', 'document', 'skipped', 'set', 'end'].filter(t => t !== 'skipped' || whole.skipped.length), 'jsonl: lines in their order');
const documents = lines.filter(l => l.type === 'document');
ok(documents.every(d => one(d)), 'jsonl: each document of that form', JSON.stringify(one.errors));
same(documents.map(d => [d.path, d.part, d.findings.map(f => f.rule)]), whole.documents.map(d => [d.path, d.part, d.findings.map(f => f.rule)]), 'jsonl: the same documents');
same(lines.at(-1), {type: 'end', documents: documents.length}, 'jsonl: the end counts them');

// ---- SARIF
const sarifSchema = JSON.parse(fs.readFileSync(path.join(modules, 'node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'), 'utf8'));
const ajv4 = new Ajv4({allErrors: false, strict: false, unicodeRegExp: false}); // a pattern of the schema is none of Unicode's
formats(ajv4);
const sarif = ajv4.compile(sarifSchema);
const level = {galat: 'error', peringatan: 'warning', catatan: 'note'};
for (const name of ['sarif', 'sarif-temuan']) {
    const log = json(name), run = log.runs[0], told = run.results.filter(r => r.kind === 'fail'), fails = told.filter(r => !r.suppressions);
    same(told.length - fails.length, name === 'sarif' ? whole.documents.flatMap(d => d.suppressed).length : 0, `${name}: what was suppressed`);
    valid(sarif, log, `${name}: the schema of SARIF 2.1.0`);
    same(fails.map(r => [r.ruleId, r.level]), all.map(f => [f.rule, level[f.severity]]), `${name}: the same findings`);
    ok(run.results.every(r => run.tool.driver.rules[r.ruleIndex]?.id === r.ruleId), `${name}: each result finds its rule`);
    ok(run.tool.driver.rules.every(r => r.help.text && r.help.markdown && r.shortDescription.text), `${name}: each rule explains itself`);
    ok(run.results.every(r => r.kind === 'fail' ? r.level !== 'none' : r.level === 'none'), `${name}: levels belong to their kinds`);
    ok(fails.every(r => r.locations.length === 1 && r.partialFingerprints['patuh/v1'].match(/^[0-9a-f]{16}$/)), `${name}: one place and a fingerprint each`);
    same(fails.map(r => decodeURIComponent(r.locations[0].physicalLocation.artifactLocation.uri)), all.map(f => f.path.replace(/^(\.\/)+/, '')), `${name}: paths come back from their URIs`);
    same(fails.map(r => r.locations[0].physicalLocation.region?.startColumn ?? null), all.map(f => f.location.column_utf16 ?? f.location.column ?? null), `${name}: columns in UTF-16`);
    const kinds = run.results.filter(r => r.kind !== 'fail').map(r => r.kind), kind = {lolos: 'pass', 'tidak-berlaku': 'notApplicable', 'tidak-dapat-diperiksa': 'open'};
    const outcomes = [...whole.documents, whole.set].flatMap(d => Object.values(d.rules).map(o => kind[o.outcome]).filter(Boolean));
    same(kinds, name === 'sarif' ? outcomes : [], `${name}: ${name === 'sarif' ? 'every other outcome' : 'nothing else'}`);
}

// ---- GitLab
const gitlab = json('gitlab');
const issue = ajv.compile({type: 'array', items: {type: 'object', required: ['description', 'check_name', 'fingerprint', 'severity', 'location'], properties: {
    description: {type: 'string', minLength: 1}, check_name: {type: 'string'}, fingerprint: {type: 'string', pattern: '^[0-9a-f]+$'},
    severity: {enum: ['info', 'minor', 'major', 'critical', 'blocker']},
    location: {type: 'object', required: ['path', 'lines'], properties: {path: {type: 'string', pattern: '^(?!\\./)'}, lines: {type: 'object', required: ['begin'], properties: {begin: {type: 'integer', minimum: 1}}}}}}}});
valid(issue, gitlab, 'gitlab: the members that its documentation asks for');
same(gitlab.map(i => i.check_name.slice(0, 5)), all.map(f => f.rule), 'gitlab: the same findings');
ok(new Set(gitlab.map(i => i.fingerprint)).size === gitlab.length, 'gitlab: no fingerprint twice');

// ---- GitHub: as its runner reads a workflow command
const unescape = (s, property) => (property ? s.replace(/%3A/g, ':').replace(/%2C/g, ',') : s).replace(/%0D/g, '\r').replace(/%0A/g, '\n').replace(/%25/g, '%');
const commands = text('github').split('\n').map(l => l.match(/^::(error|warning|notice) (.*?)::(.*)$/)).filter(Boolean);
const shown = {error: 0, warning: 0, notice: 0}, name = {galat: 'error', peringatan: 'warning', catatan: 'notice'};
const expected = all.filter(f => shown[name[f.severity]]++ < 10);
same(commands.map(c => c[1]), expected.map(f => name[f.severity]), 'github: ten of each severity at most');
const properties = commands.map(c => Object.fromEntries(c[2].split(',').map(p => [p.slice(0, p.indexOf('=')), unescape(p.slice(p.indexOf('=') + 1), true)])));
same(properties.map(p => [p.file, +(p.line ?? 0)]), expected.map(f => [f.path.replace(/^(\.\/)+/, ''), f.location.line ?? 0]), 'github: files and lines come back');
ok(commands.every((c, i) => unescape(c[3]).startsWith(expected[i].message.slice(0, 20))), 'github: messages come back');

// ---- Markdown
const {marked} = load('marked');
const tokens = marked.lexer(text('md'));
const tables = tokens.filter(t => t.type === 'table');
same(tables.length ? tables[0].rows.length : 0, whole.documents.filter(d => d.findings.length).length + (whole.set.findings.length ? 1 : 0), 'md: a row for each document with findings');
const html = marked.parse(text('md')).replace(/<br>/g, '');
ok(!/<(?!\/?(h[1-6]|p|strong|table|thead|tbody|tr|th|td|ul|li|a|em)\b)/.test(html), 'md: no element but its own', html.match(/<(?!\/?(h[1-6]|p|strong|table|thead|tbody|tr|th|td|ul|li)\b).{0,60}/)?.[0]);
ok(!/<(em|a)\b/.test(html), 'md: nothing of the documents is markup');

// ---- compact
same(text('compact').trimEnd().split('\n').filter(Boolean).map(l => l.match(/: (galat|peringatan|catatan) ([A-Z]{2}\d{3}) \[[a-z0-9-]+\]: ./)?.slice(1, 3)), all.map(f => [f.severity, f.rule]), 'compact: a line each');

console.log(`1..${count}`);
process.exit(failed ? 1 : 0);

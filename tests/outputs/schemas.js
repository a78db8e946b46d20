// The JSON Schemas of definitions and settings: what patuh reads without a fault they accept, an unknown key they refuse.
// usage: node schemas.js SCHEMAS MODULES; SCHEMAS is a folder with what `patuh schema` prints, a file each. TAP on standard output.
const fs = require('fs'), path = require('path');
const [folder, modules] = process.argv.slice(2);
const load = name => require(require.resolve(name, {paths: [modules]}));
const Ajv = load('ajv/dist/2020').default, YAML = load('yaml');
const ajv = new Ajv({allErrors: false, strict: true, strictRequired: false, strictTypes: false, allowUnionTypes: true});
let count = 0, failed = 0;
const ok = (good, name, why) => {
    console.log(`${good ? '' : 'not '}ok ${++count} - ${name}`);
    if (good) return;
    failed++;
    console.log('# ' + why);
};
const checks = {};
for (const name of ['sop', 'lkjip', 'pk', 'config']) checks[name] = ajv.compile(JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8')));
const accepts = (name, data, what) => ok(checks[name](data), what, JSON.stringify(checks[name].errors));
const refuses = (name, data, what) => ok(!checks[name](data), what, 'it was accepted');

// Every definition of the corpus that patuh reads whole.
for (const dir of ['corpus/definisi', 'corpus/sop', 'corpus/lkjip', 'corpus/gabungan', 'corpus/templat'])
    for (const file of fs.readdirSync(dir).filter(f => f.endsWith('.yaml'))) {
        const data = YAML.parse(fs.readFileSync(path.join(dir, file), 'utf8'), {uniqueKeys: false});
        const kind = /^(sop|lkjip|pk)\/1$/.exec(data && data.patuh);
        if (kind) accepts(kind[1], data, `${dir}/${file}`);
    }
accepts('sop', {patuh: 'sop/1', langkah: [{nomor: 1, lanjut: {ya: 2, tidak: 'selesai'}}, {nomor: 2, lanjut: [1, {ya: 2}]}], pelaksana: ['A', {jabatan: 'B', singkatan: ['b']}]}, 'exits and executors in every form');
refuses('sop', {patuh: 'sop/1', lngkah: []}, 'an unknown key');
refuses('sop', {patuh: 'sop/1', langkah: [{nomor: 1, simbol: 'diamond'}]}, 'an unknown symbol');
refuses('sop', {langkah: []}, 'no version');
refuses('lkjip', {patuh: 'lkjip/1', pengukuran: {}}, 'a map for a list');
refuses('pk', {patuh: 'lkjip/1'}, 'another kind');

// The example of the README, and what is wrong.
const readme = fs.readFileSync('README.md', 'utf8').split('```').find(b => b.startsWith('yaml\nroot: true'));
accepts('config', YAML.parse(readme.slice(5)), 'the settings that the README shows');
refuses('config', {selct: ['ID']}, 'an unknown key of the settings');
refuses('config', {overrides: [{ignore: 'ID'}]}, 'an override without files');
refuses('config', {overrides: [{files: 'a', exclude: 'b'}]}, 'a key that only a whole file has');
refuses('config', {abaikan: [{files: 'a', alasan: 'x'}]}, 'an exception without a rule');
refuses('config', {severity: {WK003: 'parah'}}, 'an unknown severity');
console.log(`1..${count}`);
process.exit(failed ? 1 : 0);

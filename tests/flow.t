#!/usr/bin/perl
# Flows as a whole: each bad flow is a good one with one edit, and every rule there is finds exactly what the edit planted, where it did.
# The near misses are edits that leave the flow right.
use strict;
use warnings;
use utf8;
use FindBin;
use File::Temp qw(tempdir);
use JSON::PP;
use Test::More;
binmode $_, ':utf8' for Test::More->builder->output, Test::More->builder->failure_output;
chdir "$FindBin::Bin/.." or die;
my $patuh = $ENV{PATUH} // 'build/san/patuh';

sub slurp { open my $f, '<:utf8', $_[0] or die "$_[0]: $!"; local $/; <$f> }
my %good = (yaml => slurp('tests/flow/good.yaml'), bpmn => slurp('tests/flow/good.bpmn'));

# Edits. Steps of the definition are rewritten key by key; of the diagram, text is replaced.
sub step { # step(NUMBER, KEY => VALUE, …): sets keys of a step, or deletes them
    my ($number, %set) = @_;
    return sub {
        my ($text) = @_;
        my ($block) = $text =~ /(  - nomor: $number\n(?:    .*\n)*)/ or die "no step $number";
        my $new = $block;
        for my $key (sort keys %set) {
            my $line = defined $set{$key} ? "    $key: $set{$key}\n" : '';
            $new =~ s/^    \Q$key\E: .*\n/$line/m or $new .= $line;
        }
        die "step $number is the same" if $new eq $block;
        return $text =~ s/\Q$block\E/$new/r;
    };
}
sub swap { # swap(OLD, NEW, …): replaces texts that occur once
    my @pairs = @_;
    return sub {
        my ($text) = @_;
        for (my $i = 0; $i < @pairs; $i += 2) {
            my $n = () = $text =~ /\Q$pairs[$i]\E/g;
            die "occurs $n times: $pairs[$i]" if $n != 1;
            $text =~ s/\Q$pairs[$i]\E/$pairs[$i + 1]/;
        }
        return $text;
    };
}
sub both { my @edits = @_; return sub { my ($text) = @_; $text = $_->($text) for @edits; $text } }
my $end = "  </process>\n";
sub add { return swap($end, join('', map { "    $_\n" } @_) . $end) }
sub lane { my ($id) = @_; return sub { $_[0] =~ s{(<lane id="lajur-1"[^>]*>)}{$1<flowNodeRef>$id</flowNodeRef>}r } }
sub work { my ($id, $name) = @_; return both(lane($id), add(qq(<task id="$id" name="$name"/>))) }
sub flow { my ($id, $from, $to, $name) = @_; return qq(<sequenceFlow id="$id" sourceRef="$from" targetRef="$to") . ($name ? qq( name="$name") : '') . '/>' }
sub leads { my ($id, $from, $to, $new) = @_; return swap(qq(id="$id" sourceRef="$from" targetRef="$to"), qq(id="$id" sourceRef="$from" targetRef="$new")) }

my @edits = (
    # ---- defects in the definition
    ['no start symbol', yaml => step(1, simbol => 'proses'), 'AL001 1'],
    ['no end symbol at either end', yaml => both(step(10, simbol => 'proses', lanjut => 'selesai'), step(11, simbol => 'proses')), 'AL002 11'],
    ['a step that is jumped over', yaml => step(7, lanjut => 9), 'AL003 8'],
    ['the refusal leads elsewhere: its end is never reached', yaml => step(6, lanjut => '{ya: 7, tidak: 5}'), 'AL003 11'],
    ['two steps that only lead to each other', yaml => both(step(6, lanjut => '{ya: 9, tidak: 11}'), step(8, lanjut => 7)), 'AL003 7'],
    ['decisions that send to each other for ever', yaml => both(step(6, lanjut => '{ya: 10, tidak: 11, tunda: 7}'), step(9, simbol => 'keputusan', lanjut => '{ya: 8, tidak: 7}')), 'AL004 7'],
    ['the refusal goes round', yaml => step(11, simbol => 'proses', lanjut => 11), 'AL009 11'],
    ['a decision with one branch', yaml => step(5, lanjut => '{ya: 6}'), 'AL005 5'],
    ['a decision without branches', yaml => step(3, lanjut => undef), 'AL005 3'],
    ['branches without labels', yaml => step(5, lanjut => '[6, 4]'), 'AL006 5, AL006 5'],
    ['branches to one step', yaml => step(3, lanjut => '{lengkap: 4, tidak lengkap: 4}'), 'AL007 3'],
    ['three branches, two of them to one step', yaml => step(6, lanjut => '{ya: 7, tidak: 11, batal: 11}'), 'AL007 6'],
    ['a check that cannot reject', yaml => step(5, simbol => undef, lanjut => undef), 'AL008 5'],
    ['both branches of a check go on', yaml => step(5, lanjut => '{ya: 6, tidak: 7}'), 'AL008 5'],
    ['a branch to a step that is not there', yaml => step(5, lanjut => '{ya: 6, tidak: 40}'), 'AL014 5'],
    ['a way on to a step that is not there', yaml => step(8, lanjut => 90), 'AL014 8'],
    ['a terminator in the middle', yaml => step(4, simbol => 'terminator', lanjut => 5), 'AL015 4'],
    ['an end that leads on', yaml => step(11, lanjut => 10), 'AL015 11'],
    ['a process with two ways on', yaml => step(7, lanjut => '[8, 9]'), 'AL017 7'],
    ['back from a process', yaml => step(10, simbol => 'proses', lanjut => 4), 'AL018 10'],
    ['a choice in a process', yaml => step(4, uraian => 'Menyusun konsep rekomendasi, jika data lengkap dilanjutkan, jika tidak lengkap data diminta lagi'), 'AL019 4'],
    ['work given to an office without a step behind', yaml => step(8, uraian => 'Menyerahkan rekomendasi kepada Kepala Bidang untuk diperiksa'), 'AL012 8'],
    ['the wording says another than the branch', yaml => step(6, uraian => '"Menetapkan rekomendasi, jika tidak disetujui dikembalikan kepada Kepala Bidang untuk diperbaiki"'), 'AL030 6'],
    ['too slow for the service time', yaml => swap('standar-pelayanan: 1 hari', 'standar-pelayanan: 5 jam'), 'WK008 11'],
    ['a symbol that the form does not know', yaml => step(8, simbol => 'lain'), 'AL010 8'],
    # ---- defects in the diagram
    ['no start event', bpmn => swap('<startEvent id="mulai" name="Pemohon datang"/>', '', '<flowNodeRef>mulai</flowNodeRef>', '', flow('f1', 'mulai', 'terima'), ''), 'AL001 proses'],
    ['no end event in the sub-process', bpmn => swap('<endEvent id="selesai-susun" name="Konsep tersusun"/>', '', flow('s3', 'tulis', 'selesai-susun'), ''), 'AL002 susun, AL022 tulis'],
    ['a task that no flow enters', bpmn => both(work('lain', 'Mencatat rekomendasi'), add(flow('x', 'lain', 'serah'))), 'AL021 lain'],
    ['a task that no flow leaves', bpmn => both(work('lain', 'Mencatat rekomendasi'), add(flow('x', 'ditetapkan', 'lain', 'tunda'))), 'AL022 lain'],
    ['a task that no flow touches', bpmn => work('lain', 'Mencatat rekomendasi'), 'AL023 lain'],
    ['two flows between the same', bpmn => add(flow('x', 'pisah', 'unggah')), 'AL020 pisah'],
    ['a gateway with one way in and out', bpmn => both(add('<exclusiveGateway id="lain" name="Siap?"/>', flow('x', 'lain', 'selesai')), leads('f15', 'serah', 'selesai', 'lain')), 'AL024 lain'],
    ['a task that splits', bpmn => add('<endEvent id="lain" name="Data terunggah"/>', flow('x', 'unggah', 'lain')), 'AL017 unggah'],
    ['a branch without a label', bpmn => swap(flow('f5', 'lengkap', 'terima', 'tidak'), flow('f5', 'lengkap', 'terima')), 'AL006 f5'],
    ['a branch with the label of another', bpmn => swap(flow('f9', 'ditetapkan', 'ke-tolak', 'tidak'), flow('f9', 'ditetapkan', 'ke-tolak', 'ya')), 'AL006 f9'],
    ['a link to nowhere', bpmn => swap('<linkEventDefinition id="l2" name="penolakan"/>', '<linkEventDefinition id="l2" name="pembatalan"/>'), 'AL025 dari-tolak, AL025 ke-tolak'],
    ['a second target of a link', bpmn => add('<intermediateCatchEvent id="lain" name="Penolakan"><linkEventDefinition id="l3" name="penolakan"/></intermediateCatchEvent>', flow('x', 'lain', 'tolak')), 'AL025 lain'],
    ['a join that waits for an exclusive branch', bpmn => add(flow('x', 'ditetapkan', 'gabung', 'tunda')), 'AL026 gabung'],
    ['side by side and not joined', bpmn => swap('<parallelGateway id="gabung"/>', '<exclusiveGateway id="gabung"/>'), 'AL027 gabung'],
    ['an exclusive split before the join', bpmn => swap('<parallelGateway id="pisah"/>', '<exclusiveGateway id="pisah" name="Perlu dicetak?"/>', flow('f10', 'pisah', 'unggah'), flow('f10', 'pisah', 'unggah', 'tidak'), flow('f11', 'pisah', 'cetak'), flow('f11', 'pisah', 'cetak', 'ya')), 'AL026 gabung'],
    ['a task without a name', bpmn => swap('<task id="cetak" name="Mencetak rekomendasi"/>', '<task id="cetak"/>'), 'AL028 cetak'],
    ['a decision without a question', bpmn => swap('<exclusiveGateway id="ditetapkan" name="Ditetapkan?"/>', '<exclusiveGateway id="ditetapkan"/>'), 'AL028 ditetapkan'],
    ['a gateway that joins and splits', bpmn => add(flow('x', 'lain', 'lengkap'), '<boundaryEvent id="lain" name="Lewat tiga hari" attachedToRef="terima"><timerEventDefinition id="t"/></boundaryEvent>'), 'AL029 lengkap'],
    ['a loop without a way out', bpmn => both(leads('f17', 'tolak', 'ditolak', 'tolak'), swap('<endEvent id="ditolak" name="Permohonan ditolak"/>', '', '<flowNodeRef>ditolak</flowNodeRef>', '')), 'AL009 tolak'],
    ['a check that cannot reject', bpmn => both(leads('f3', 'periksa', 'lengkap', 'susun'), swap(flow('f4', 'lengkap', 'susun', 'ya'), '', flow('f5', 'lengkap', 'terima', 'tidak'), '', '<exclusiveGateway id="lengkap" name="Permohonan lengkap?"/>', '', '<flowNodeRef>lengkap</flowNodeRef>', '')), 'AL008 periksa'],
    ['a second blank start', bpmn => add('<startEvent id="lain" name="Permohonan daring"/>', flow('x', 'lain', 'terima')), 'AL016 lain'],
    # ---- near misses in the definition
    ['a second step in the symbol of the process, said', yaml => step(2, simbol => 'proses'), ''],
    ['a way on to the next step', yaml => step(7, lanjut => 8), ''],
    ['an end that is said', yaml => step(10, lanjut => 'selesai'), ''],
    ['one end is no terminator', yaml => step(11, simbol => 'proses'), ''],
    ['other labels', yaml => step(5, lanjut => '{setuju: 6, tidak setuju: 4}'), ''],
    ['a third branch', yaml => step(6, lanjut => '{ya: 7, tidak: 11, perlu perbaikan: 4}'), ''],
    ['a branch ends the procedure', yaml => step(3, lanjut => '{lengkap: 4, tidak lengkap: selesai}'), ''],
    ['two branches to one step by two answers', yaml => step(3, lanjut => '{lengkap: 4, tidak lengkap: 2, tidak terbaca: 1}'), ''],
    ['a check whose return stands in the note', yaml => step(5, simbol => undef, lanjut => undef, keterangan => 'Jika tidak sesuai, kembali ke langkah 4'), ''],
    ['a check whose return stands in the wording', yaml => step(5, simbol => undef, lanjut => undef, uraian => 'Memeriksa konsep rekomendasi, jika tidak sesuai dikembalikan kepada Analis Perdagangan untuk diperbaiki'), ''],
    ['a return further back', yaml => step(5, lanjut => '{ya: 6, tidak: 3}'), ''],
    ['a return to the step itself', yaml => step(3, lanjut => '{lengkap: 4, tidak lengkap: 3}'), ''],
    ['two ways to the end', yaml => step(8, simbol => 'keputusan', lanjut => '{ya: 9, tidak: 10}'), ''],
    ['a way that jumps and one that does not', yaml => step(4, simbol => 'keputusan', lanjut => '{rekomendasi: 5, penolakan: 11}'), ''],
    ['a condition that is no choice', yaml => step(4, uraian => 'Menyusun konsep rekomendasi apabila permohonan lengkap'), ''],
    ['work given to the next step', yaml => step(4, uraian => 'Menyerahkan konsep rekomendasi kepada Kepala Bidang untuk diperiksa'), ''],
    ['work given to somebody outside', yaml => step(8, uraian => 'Mengirim rekomendasi kepada Bupati'), ''],
    ['the wording says what the branch does', yaml => step(5, uraian => '"Memeriksa konsep rekomendasi, jika tidak sesuai dikembalikan kepada Analis Perdagangan untuk diperbaiki"'), ''],
    ['a service time that is just kept', yaml => swap('standar-pelayanan: 1 hari', 'standar-pelayanan: 5 jam 5 menit'), ''],
    ['a service time in working days', yaml => swap('standar-pelayanan: 1 hari', 'standar-pelayanan: 1 hari kerja'), ''],
    ['a return to the first step', yaml => step(3, lanjut => '{lengkap: 4, tidak lengkap: 1}'), ''],
    ['a process that is said', yaml => step(4, simbol => 'proses'), ''],
    ['a note that names a step', yaml => step(6, keterangan => 'Penolakan disampaikan melalui langkah 11'), ''],
    ['an end that two branches reach', yaml => step(8, simbol => 'keputusan', lanjut => '{ya: 9, tidak: 11}'), ''],
    ['a check that returns to two steps', yaml => step(5, lanjut => '{ya: 6, perlu data: 3, perlu perbaikan: 4}'), ''],
    # ---- near misses in the diagram
    ['a wait on the way', bpmn => both(leads('f2', 'terima', 'periksa', 'lain'), add('<intermediateCatchEvent id="lain" name="Berkas asli diterima"><messageEventDefinition id="m"/></intermediateCatchEvent>', flow('x', 'lain', 'periksa'))), ''],
    ['a third branch back into the sub-process', bpmn => add(flow('x', 'ditetapkan', 'susun', 'perlu perbaikan')), ''],
    ['an activity that undoes another', bpmn => both(work('lain', 'Membatalkan rekomendasi'), swap('<task id="lain"', '<task id="lain" isForCompensation="true"'), add('<boundaryEvent id="b" name="Dibatalkan" attachedToRef="cetak"><compensateEventDefinition id="c"/></boundaryEvent>', '<association id="a" sourceRef="b" targetRef="lain"/>')), ''],
    ['a procedure that is called', bpmn => swap('<task id="cetak" name="Mencetak rekomendasi"/>', '<callActivity id="cetak" name="Mencetak rekomendasi" calledElement="pencetakan"/>'), ''],
    ['a start by a message alone', bpmn => swap('<startEvent id="mulai" name="Pemohon datang"/>', '<startEvent id="mulai" name="Pemohon datang"><messageEventDefinition id="m"/></startEvent>'), ''],
    ['a second pool of its own', bpmn => sub { $_[0] =~ s{(  </process>\n)}{$1  <process id="lain" name="Pengarsipan"><startEvent id="p1" name="Berkas selesai"/><task id="p2" name="Menyimpan berkas"/><endEvent id="p3" name="Berkas tersimpan"/>@{[flow('x1', 'p1', 'p2')]}@{[flow('x2', 'p2', 'p3')]}</process>\n}r =~ s{(  </collaboration>)}{    <participant id="arsip" name="Unit Arsip" processRef="lain"/>\n$1}r }, ''],
    ['a start by a message beside the blank one', bpmn => add('<startEvent id="lain" name="Permohonan daring"><messageEventDefinition id="m"/></startEvent>', flow('x', 'lain', 'terima')), ''],
    ['a second end', bpmn => both(add('<endEvent id="lain" name="Permohonan dibatalkan"/>'), leads('f17', 'tolak', 'ditolak', 'lain'), swap('<endEvent id="ditolak" name="Permohonan ditolak"/>', '', '<flowNodeRef>ditolak</flowNodeRef>', '')), ''],
    ['a joining gateway without a name', bpmn => both(add('<exclusiveGateway id="lain"/>', flow('x', 'lain', 'terima')), leads('f1', 'mulai', 'terima', 'lain'), leads('f5', 'lengkap', 'terima', 'lain')), ''],
    ['a deadline on the border', bpmn => add('<boundaryEvent id="lain" name="Lewat tiga hari" attachedToRef="periksa"><timerEventDefinition id="t"/></boundaryEvent>', flow('x', 'lain', 'tolak')), ''],
    ['a default branch without a label', bpmn => swap('<exclusiveGateway id="lengkap"', '<exclusiveGateway id="lengkap" default="f5"', flow('f5', 'lengkap', 'terima', 'tidak'), flow('f5', 'lengkap', 'terima')), ''],
    ['a branch with a condition instead of a label', bpmn => swap(flow('f5', 'lengkap', 'terima', 'tidak'), '<sequenceFlow id="f5" sourceRef="lengkap" targetRef="terima"><conditionExpression>tidak lengkap</conditionExpression></sequenceFlow>'), ''],
    ['a second throw of a link', bpmn => add('<intermediateThrowEvent id="lain" name="Penolakan"><linkEventDefinition id="l3" name="penolakan"/></intermediateThrowEvent>', flow('x', 'lengkap', 'lain', 'palsu')), ''],
    ['an event sub-process that no flow enters', bpmn => both(lane('lain'), add('<subProcess id="lain" name="Menangani keberatan" triggeredByEvent="true">', '<startEvent id="e1" name="Keberatan diterima"><messageEventDefinition id="m"/></startEvent>', '<task id="e2" name="Menjawab keberatan"/>', '<endEvent id="e3" name="Keberatan dijawab"/>', flow('x1', 'e1', 'e2'), flow('x2', 'e2', 'e3'), '</subProcess>')), ''],
    ['an ad-hoc sub-process without flows', bpmn => swap('<task id="cetak" name="Mencetak rekomendasi"/>', '<adHocSubProcess id="cetak" name="Mencetak rekomendasi"><task id="h1" name="Menyiapkan kertas"/><task id="h2" name="Menyiapkan tinta"/></adHocSubProcess>'), ''],
    ['three branches side by side', bpmn => both(work('lain', 'Mencatat rekomendasi'), add(flow('x1', 'pisah', 'lain'), flow('x2', 'lain', 'gabung'))), ''],
    ['a return within a branch', bpmn => both(add('<exclusiveGateway id="lain" name="Cetakan baik?"/>', flow('x1', 'lain', 'gabung', 'ya'), flow('x2', 'lain', 'cetak', 'tidak')), leads('f13', 'cetak', 'gabung', 'lain')), ''],
    ['a sub-process without its inside', bpmn => sub { $_[0] =~ s{(<subProcess id="susun"[^>]*>).*?(</subProcess>)}{$1$2}sr }, ''],
    ['other kinds of tasks', bpmn => sub { $_[0] =~ s{<task (id="(?:terima|tolak)")}{<userTask $1}gr }, ''],
    ['an end that ends all', bpmn => swap('<endEvent id="ditolak" name="Permohonan ditolak"/>', '<endEvent id="ditolak" name="Permohonan ditolak"><terminateEventDefinition id="t"/></endEvent>'), ''],
    ['a wait for an event', bpmn => both(add('<eventBasedGateway id="lain"/>', '<intermediateCatchEvent id="w1" name="Berkas dilengkapi"><messageEventDefinition id="m"/></intermediateCatchEvent>', '<intermediateCatchEvent id="w2" name="Lewat tiga hari"><timerEventDefinition id="t"/></intermediateCatchEvent>', flow('x1', 'lain', 'w1'), flow('x2', 'lain', 'w2'), flow('x3', 'w1', 'periksa'), flow('x4', 'w2', 'tolak')), leads('f5', 'lengkap', 'terima', 'lain')), ''],
    ['notes and data', bpmn => add('<textAnnotation id="catatan"><text>Paling lama tiga hari</text></textAnnotation>', '<association id="a" sourceRef="catatan" targetRef="periksa"/>', '<dataObjectReference id="data" name="Berkas"/>'), ''],
);

my $dir = tempdir(CLEANUP => 1);
my (%want, %name);
my $n = 0;
for (['the good definition', yaml => sub { $_[0] }, ''], ['the good diagram', bpmn => sub { $_[0] }, ''], @edits) {
    my ($title, $kind, $edit, $finds) = @$_;
    my $file = sprintf '%s/%03d.%s', $dir, $n++, $kind;
    open my $f, '>:utf8', $file or die;
    print $f $edit->($good{$kind});
    close $f;
    @want{$file} = $finds;
    $name{$file} = "$kind: $title";
}
my $json = `$patuh check --select semua --fail-on never --today 2025-06-30 --format json $dir`;
my $all = eval { decode_json($json) } or BAIL_OUT("no JSON: $@");
my %got;
for my $d (@{ $all->{documents} }) {
    $got{ $d->{path} } = join ', ', sort map { "$_->{rule} " . ($_->{location}{id} // $_->{step} // '-') } @{ $d->{findings} };
    $got{ $d->{path} } = "error: $d->{error}{message}" if $d->{error};
}
is($got{$_}, $want{$_}, $name{$_}) for sort keys %want;
my $bad = grep { $_->[3] ne '' } @edits;
cmp_ok($bad, '>=', 30, "$bad defects");
cmp_ok(@edits - $bad, '>=', $bad, 'as many near misses');

# The times of the flow stand in the summary of one document.
my $summary = `$patuh check --today 2025-06-30 tests/flow/good.yaml`;
like($summary, qr/^waktu: tersingkat 5 jam 5 menit, terpanjang [^,]+, jumlah semua langkah 5 jam 50 menit$/m, 'times in the summary');
$summary = `$patuh check --lang en --today 2025-06-30 tests/flow/good.yaml`;
like($summary, qr/^time: shortest 5 hours 5 minutes, longest /m, 'in English');
unlike(`$patuh check --today 2025-06-30 tests/flow/good.yaml corpus/definisi/contoh-sop.yaml`, qr/^waktu:/m, 'not of several documents');
unlike(`$patuh check --today 2025-06-30 tests/flow/good.bpmn`, qr/^waktu:/m, 'not where there are none');
done_testing;

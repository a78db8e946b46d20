#!/usr/bin/perl
# generate.pl DIR COUNT [STEPS]: COUNT definitions of SOPs of about 5 KB, each another one, all alike in shape; of 14 steps or as many as
# asked for, every fifth of them a decision.
use strict;
use warnings;
my ($dir, $count, $n) = @ARGV;
my $long = defined $n; # then each step has words of its own
$n //= 14;
my @offices = ('Kepala Dinas', 'Sekretaris', 'Kasubbag Perencanaan', 'Kepala Seksi Pelayanan', 'Analis Perencanaan');
my @verbs = qw(Menerima Memeriksa Menyusun Mencatat Menghimpun Mengolah Menandatangani Mengirimkan Menyimpan Merekap);
my @things = ('surat masuk', 'konsep laporan', 'data kinerja', 'berkas permohonan', 'daftar inventaris', 'rencana kerja', 'laporan triwulan');
for my $i (1 .. $count) {
    my $steps = '';
    my $minutes = 0;
    for my $k (1 .. $n) {
        my $check = $k % 5 == 0 && $k < $n;
        my $symbol = $check ? 'keputusan' : $k == 1 || $k == $n ? 'terminator' : 'proses';
        my $verb = $check ? 'Memeriksa' : $verbs[($i + $k) % @verbs];
        my $thing = $things[($i * 3 + $k) % @things];
        my $tag = $long ? "$i.$k" : $i;
        my $time = 15 * (1 + ($i + $k) % 8);
        $minutes += $time;
        $steps .= "  - nomor: $k\n    uraian: $verb $thing nomor $tag\n    pelaksana: $offices[($i + $k) % @offices]\n    simbol: $symbol\n"
            . "    kelengkapan: [$things[($i + $k + 1) % @things], " . ($k == 1 ? 'Surat tugas' : "Hasil langkah " . ($k - 1)) . "]\n"
            . "    waktu: $time menit\n    output: Hasil langkah $k\n"
            . ($check ? "    lanjut: {ya: " . ($k + 1) . ", tidak: " . ($k - 1) . "}\n" : '');
    }
    $minutes += 5 if $i % 4 == 0;
    my $year = 2016 + $i % 9;
    my $title = "Pengelolaan $things[$i % @things] bagian $i";
    my $related = "Pengelolaan $things[($i - 1) % @things] bagian " . ($i > 1 ? $i - 1 : 0);
    my $text = <<"YAML";
patuh: sop/1
identitas:
  instansi: Pemerintah Kabupaten Contoh
  unit: Dinas Kearsipan
  nomor: 045/$i/$year
  nama: $title
  tanggal-pembuatan: $year-01-06
  tanggal-revisi: "-"
  tanggal-efektif: 13 Januari $year
  pengesahan:
    jabatan: Kepala Dinas Kearsipan
    nama: Contoh Nama, S.E., M.M.
    nip: "19700412 199503 1 004"
dasar-hukum:
  - Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah
  - Peraturan Presiden Nomor 29 Tahun 2014 tentang Sistem Akuntabilitas Kinerja Instansi Pemerintah
  - Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 35 Tahun 2012 tentang Pedoman Penyusunan
    Standar Operasional Prosedur Administrasi Pemerintahan
keterkaitan: [SOP $related]
peringatan: Jika prosedur tidak dijalankan, maka pelayanan kepada masyarakat terlambat.
kualifikasi-pelaksana: [Memahami tata naskah dinas, Mampu mengolah data]
peralatan-perlengkapan: [Komputer, Surat tugas, ${\ join ', ', map { ucfirst } @things}]
pencatatan-pendataan: Disimpan dalam register dan arsip elektronik
pelaksana: [${\ join ', ', @offices}]
langkah:
${steps}jumlah-waktu: $minutes menit
tanda-tangan:
  tempat: Contoh
  tanggal: $year-01-06
  jabatan: Kepala Dinas Kearsipan
  nama: Contoh Nama, S.E., M.M.
  nip: "19700412 199503 1 004"
YAML
    open my $f, '>', sprintf('%s/sop-%04d.yaml', $dir, $i) or die $!;
    print $f $text;
    close $f;
}

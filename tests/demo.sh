#!/bin/sh
# What a newcomer sees first: the five real SOPs. Findings (status 1) are what it is for; any other failure is one.
patuh=${1:-build/patuh}
cd "$(dirname "$0")/.." || exit 2
"$patuh" check corpus/sop corpus/pdf
status=$?
[ "$status" -le 1 ] || exit "$status"
cat <<END

Itu lima SOP nyata. Selanjutnya:
  $patuh check BERKAS      memeriksa SOP atau LKjIP Anda (PDF, Word, Excel, teks, YAML)
  $patuh explain WK003     menjelaskan kode temuan: mengapa, dasarnya, contoh, cara memperbaiki
  $patuh reviu BERKAS      mengisi daftar periksa reviu
  $patuh init sop          contoh definisi untuk mulai menulis SOP
(In English: --lang en.)
END

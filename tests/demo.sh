#!/bin/sh
# What a newcomer sees first: the five real SOPs. Findings (status 1) are what it is for; any other failure is one.
patuh=${1:-build/patuh}
cd "$(dirname "$0")/.." || exit 2
"$patuh" check corpus/sop
status=$?
[ "$status" -le 1 ] || exit "$status"

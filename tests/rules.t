#!/bin/sh
# The examples in the rule files, each with its rule alone.
cd "$(dirname "$0")/.." && exec "${PATUH:-build/san/patuh}" rules test

#!/bin/sh
# Sorts the referral files of a folder, but not of the folders in it, into
# TARGET/EXIT_CODE/VERDICT/, and puts the report for people beside each. What needs attention, whatever its verdict, is in TARGET/attention/ instead:
# look there first. The originals stay where they are.
#
#   sort-referrals.sh FOLDER TARGET [OPTION of clin087 check]...
#
# TARGET must not exist yet: what an earlier run sorted is never mixed with what holds now.
# Set CLIN087 to the program unless it is on the PATH.

set -eu

fail() {
  printf 'sort-referrals: %s\n' "$1" >&2
  exit 2
}

[ $# -ge 2 ] || fail 'expected FOLDER and TARGET'
folder=$1 target=$2
shift 2
# A name that begins with a hyphen must not be taken for an option.
case $folder in -*) folder=./$folder ;; esac
case $target in -*) target=./$target ;; esac
[ -d "$folder" ] || fail "$folder is not a folder"
[ ! -e "$target" ] || fail "$target exists already"
for file in "$folder"/*; do
  [ ! -f "$file" ] || [ -r "$file" ] || fail "cannot read $file"
done
mkdir -p "$(dirname "$target")"
mkdir "$target"
report=$target/.report
# What is not whole is removed: half of the referrals would look like all of them.
whole=no
trap 'rm -f "$report"; [ "$whole" = yes ] || rm -rf "$target"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

count=0
others=0
for file in "$folder"/*; do
  [ -e "$file" ] || [ -h "$file" ] || continue # a pattern that nothing matches stands for itself
  kind=other
  case $file in
    *.[Jj][Ss][Oo][Nn] | *.[Nn][Dd][Jj][Ss][Oo][Nn] | *.[Jj][Ss][Oo][Nn][Ll] | *.[Cc][Ss][Vv])
      [ ! -f "$file" ] || kind=referrals ;;
  esac
  if [ $kind = other ]; then
    others=$((others + 1))
    continue
  fi
  code=0
  lines=$("${CLIN087:-clin087}" check "$@" -f ndjson -f "text=$report" "$file") || code=$?
  case $code in
    0 | 1 | 3 | 4 | 5) ;;
    *) exit "$code" ;; # nothing was decided: the command line, the policy, the disk
  esac

  # The only top-level fields of these names; quotes inside a text would carry a backslash.
  verdict=$(printf '%s\n' "$lines" | sed -n 's/.*,"verdict":"\([A-Z_]*\)".*/\1/p' | sort -u)
  case $code:$verdict in
    5:*) verdict=INVALID ;;
    *:*[!A-Z_]*) verdict=SEVERAL ;; # one file with referrals of different verdicts
  esac
  place=$target/$code/$verdict
  case $lines in
    *',"attention":true,'*) place=$target/attention/$code/$verdict ;;
  esac

  mkdir -p "$place"
  cp "$file" "$place/"
  mv "$report" "$place/${file##*/}.txt"
  count=$((count + 1))
done

[ "$count" -gt 0 ] || fail "there are no referrals in $folder"
whole=yes
printf 'sorted into %s: %s\n' "$target" "$count"
[ "$others" = 0 ] || printf 'not read, since they are folders or no .json, .ndjson, .jsonl or .csv: %s\n' "$others"

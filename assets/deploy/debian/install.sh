#!/bin/sh
# Installs UP COP outreach on a Debian 13 without a network, from this folder. As root:
#   ./install.sh --address https://outreach.example.gov.in --email you@example.in
set -eu
. ./answers.sh
cd "$(dirname "$0")"
address='' email=''
while [ $# -gt 0 ]; do
  case $1 in
    --address) address=${2-} ;;
    --email) email=${2-} ;;
    *)
      echo "Expected --address URL --email NAME@DOMAIN, got $1" >&2
      exit 2
      ;;
  esac
  [ $# -ge 2 ] || { echo "Expected a value after $1, got nothing" >&2; exit 2; }
  shift 2
done
[ -z "$address" ] || expect_address "$address" >&2 || exit 2
expect_email "$email" >&2 || exit 2
[ "$(id -u)" -eq 0 ] || { echo 'Expected root' >&2; exit 1; }
sha256sum --check --quiet SHA256SUMS

# What is answered here is not asked again; without answers, and with a terminal, the package asks.
{
  [ -z "$address" ] || echo "up-cop-outreach up-cop-outreach/address string $address"
  [ -z "$email" ] || echo "up-cop-outreach up-cop-outreach/email string $email"
} | debconf-set-selections
[ -z "$address$email" ] || export DEBIAN_FRONTEND=noninteractive

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/lists/partial"
# The sums above stand in for a signature.
echo "deb [trusted=yes] file:$PWD/packages ./" >"$work/sources.list"
apt() {
  apt-get -qq -o APT::Sandbox::User=root -o Dir::Etc::sourcelist="$work/sources.list" -o Dir::Etc::sourceparts=/dev/null \
    -o Dir::State::lists="$work/lists" -o Dpkg::Use-Pty=0 "$@"
}
apt update
apt install --yes --no-install-recommends up-cop-outreach

#!/bin/sh
# The programs that the tests judge by: SSH servers, databases, shells, tar and find of several makes, stock restic,
# two S3 servers of different make, MinIO's admin client, Azure's emulator of blob storage, GitHub's renderer of Markdown, two
# engines of containers and Compose, Dolt, OpenSearch; a runner of workflows, and two programs that look for faults in them.
# Installs what is missing and can be installed; says what is still missing and fails. Idempotent; silent when all is there.
set -eu
cd "$(dirname "$0")/.."
PATH="$PATH:/usr/local/sbin:/usr/sbin:/sbin:/usr/local/go/bin"
# Debian keeps PostgreSQL's server here; what is on PATH is only a wrapper of its clients.
add_postgresql() {
  for folder in /usr/lib/postgresql/*/bin; do PATH="$PATH:$folder"; done
}
add_postgresql
export PATH

# command:Debian package
tools="sshd:openssh-server ssh:openssh-client ssh-keygen:openssh-client restic:restic sqlite3:sqlite3 rsync:rsync
  busybox:busybox toybox:toybox mkfs.btrfs:btrfs-progs mkfs.ext4:e2fsprogs mkfs.xfs:xfsprogs ntfs-3g:ntfs-3g dropbear:dropbear-bin zsh:zsh fish:fish tcsh:tcsh mksh:mksh setfacl:acl getfattr:attr sudo:sudo
  bsdtar:libarchive-tools openssl:openssl tar:tar find:findutils cmark-gfm:cmark-gfm setpriv:util-linux systemd-run:systemd
  age:age age-keygen:age zstd:zstd
  hsqldb-sqltool:hsqldb-utils git:git python3:python3-pip
  dockerd:docker.io docker:docker.io docker-compose:docker-compose podman:podman runc:runc initdb:postgresql curl:curl
  mariadbd:mariadb-server redis-server:redis-server
  promtool:prometheus chromium:chromium mvn:maven javac:default-jdk-headless icuinfo:libicu-dev"

# As on a system with systemd. A run of the tests uses up the kernel's own 32,768 numbers in a minute or two; then one that
# somebody still remembers (a lock of a killed run, to whose process stock restic sends a signal) is another process's.
keep_process_numbers_apart() {
  most=/proc/sys/kernel/pid_max
  [ "$(cat $most 2>/dev/null || echo 4194304)" -ge 4194304 ] || as_root sh -c "echo 4194304 >$most" 2>/dev/null || true
}

missing_packages() {
  for tool in $tools; do
    command -v "${tool%%:*}" >/dev/null 2>&1 || echo "${tool##*:}"
  done | sort -u | tr '\n' ' '
}

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

install_packages() {
  command -v apt-get >/dev/null 2>&1 || return 0
  export DEBIAN_FRONTEND=noninteractive
  # shellcheck disable=SC2086 # words are meant
  as_root apt-get install -y --no-install-recommends $1 >&2 && return 0
  as_root apt-get update >&2 || true
  # shellcheck disable=SC2086
  as_root apt-get install -y --no-install-recommends $1 >&2 || true
}

restic_version=0.19.1
restic="${XDG_CACHE_HOME:-$HOME/.cache}/holdfast/restic-$restic_version/restic"

build_restic() {
  command -v go >/dev/null 2>&1 || return 0
  echo "Building stock restic $restic_version (about two minutes, once) …" >&2
  mkdir -p "$(dirname "$restic")"
  # Under another name first: a build that was cut off must not look finished.
  (cd test/tools/restic && go build -mod=mod -o "$restic.new" github.com/restic/restic/cmd/restic) >&2 &&
    mv "$restic.new" "$restic" || true
}

dolt_version=2.2.0
dolt="${XDG_CACHE_HOME:-$HOME/.cache}/holdfast/dolt-$dolt_version/dolt"

build_dolt() {
  command -v go >/dev/null 2>&1 || return 0
  echo "Building Dolt $dolt_version (five minutes, once) …" >&2
  mkdir -p "$(dirname "$dolt")"
  # As above. It is in cgo: libicu-dev.
  (cd test/tools/dolt && go build -mod=mod -o "$dolt.new" github.com/dolthub/dolt/go/cmd/dolt) >&2 &&
    mv "$dolt.new" "$dolt" || true
}

opensearch_version=2.19.1
opensearch="${XDG_CACHE_HOME:-$HOME/.cache}/holdfast/opensearch-$opensearch_version"

# The server's jars, and a class of ours that starts it.
install_opensearch() {
  command -v mvn >/dev/null 2>&1 && command -v javac >/dev/null 2>&1 || return 0
  echo "Fetching OpenSearch $opensearch_version (half a minute, once) …" >&2
  rm -rf "$opensearch.new"
  mkdir -p "$opensearch.new"
  (cd test/tools/opensearch && mvn -q -B dependency:copy-dependencies -DincludeScope=runtime -DoutputDirectory="$opensearch.new" &&
    javac -cp "$opensearch.new/*" -d "$opensearch.new" Run.java) >&2 &&
    mv "$opensearch.new" "$opensearch" || true
  rm -rf "$opensearch.new"
}

# name@version:Go package@version. The names are what test/services/s3-server.ts, minio-users.ts and workflow-tools.ts look for.
servers="minio@0.0.0-20260212201848-7aac2a2c5b7c:github.com/minio/minio
  versitygw@1.8.0:github.com/versity/versitygw/cmd/versitygw
  mc@0.0.0-20250313080218-cf909e1063a9:github.com/minio/mc
  act@0.2.89:github.com/nektos/act
  actionlint@1.7.12:github.com/rhysd/actionlint/cmd/actionlint"

server_folder() { # name@version:package
  name=${1%%:*}
  echo "${XDG_CACHE_HOME:-$HOME/.cache}/holdfast/${name%@*}-${name#*@}"
}

# For each that isn't there yet.
build_servers() {
  command -v go >/dev/null 2>&1 || return 0
  for server in $servers; do
    folder=$(server_folder "$server")
    name=${server%%@*}
    [ -x "$folder/$name" ] && continue
    version=${server%%:*}
    version=${version#*@}
    echo "Building $name $version (up to three minutes, once) …" >&2
    mkdir -p "$folder"
    # In a folder of its own first, as above.
    GOBIN="$folder/new" go install "${server#*:}@v$version" >&2 &&
      mv "$folder/new/$name" "$folder/$name" || true
    rm -rf "$folder/new"
  done
}

azurite_version=3.35.0
azurite="${XDG_CACHE_HOME:-$HOME/.cache}/holdfast/azurite-$azurite_version"
azurite_entry=node_modules/azurite/dist/src/blob/main.js

# GitHub keeps artifacts and caches in Azure's blob storage: the tests put its emulator there. With its 374 packages it is
# no dependency of ours.
install_azurite() {
  command -v npm >/dev/null 2>&1 || return 0
  echo "Installing Azure's storage emulator azurite $azurite_version (half a minute, once) …" >&2
  rm -rf "$azurite.new"
  mkdir -p "$azurite.new"
  npm install --prefix "$azurite.new" --ignore-scripts --no-audit --no-fund "azurite@$azurite_version" >&2 &&
    mv "$azurite.new" "$azurite" || true
  rm -rf "$azurite.new"
}

zizmor_version=1.32.0
zizmor="${XDG_CACHE_HOME:-$HOME/.cache}/holdfast/zizmor-$zizmor_version"

# A program in a Python package, without dependencies.
install_zizmor() {
  command -v python3 >/dev/null 2>&1 || return 0
  echo "Installing zizmor $zizmor_version (seconds, once) …" >&2
  rm -rf "$zizmor.new"
  python3 -m pip install --quiet --disable-pip-version-check --no-deps --target "$zizmor.new" "zizmor==$zizmor_version" >&2 &&
    mv "$zizmor.new" "$zizmor" || true
  rm -rf "$zizmor.new"
}

packages=$(missing_packages)
[ -z "$packages" ] || install_packages "$packages"
add_postgresql
[ -x "$restic" ] || build_restic
[ -x "$dolt" ] || build_dolt
[ -e "$opensearch/Run.class" ] || install_opensearch
build_servers
[ -e "$azurite/$azurite_entry" ] || install_azurite
[ -x "$zizmor/bin/zizmor" ] || install_zizmor

failed=0
packages=$(missing_packages)
if [ -n "$packages" ]; then
  echo "Missing programs: install the packages $packages(on Debian or Ubuntu: sudo apt-get install $packages)." >&2
  failed=1
fi
if [ ! -x "$restic" ]; then
  echo "Missing stock restic $restic_version at $restic: install Go 1.25 or newer and run scripts/setup-test-tools.sh again." >&2
  failed=1
fi
for server in $servers; do
  program="$(server_folder "$server")/${server%%@*}"
  [ -x "$program" ] && continue
  echo "Missing the program at $program: install Go 1.25 or newer and run scripts/setup-test-tools.sh again." >&2
  failed=1
done
if [ ! -x "$dolt" ]; then
  echo "Missing Dolt $dolt_version at $dolt: install Go 1.25 or newer and run scripts/setup-test-tools.sh again." >&2
  failed=1
fi
if [ ! -e "$opensearch/Run.class" ]; then
  echo "Missing OpenSearch $opensearch_version in $opensearch: install Maven and a JDK (17 or newer) and run scripts/setup-test-tools.sh again." >&2
  failed=1
fi
if [ ! -e "$azurite/$azurite_entry" ]; then
  echo "Missing azurite $azurite_version in $azurite: install npm and run scripts/setup-test-tools.sh again." >&2
  failed=1
fi
if [ ! -x "$zizmor/bin/zizmor" ]; then
  echo "Missing zizmor $zizmor_version in $zizmor: install Python 3 with pip and run scripts/setup-test-tools.sh again." >&2
  failed=1
fi
keep_process_numbers_apart
exit "$failed"

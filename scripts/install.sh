#!/bin/sh
# Makes a fresh clone ready: the locked npm packages, Node 24 among them. Sourced by the scripts that need them; does
# nothing when they are there. Afterwards `node` is the project's own.
set -eu

lock=package-lock.json
installed=node_modules/.holdfast-installed-lock.json
if ! cmp -s "$lock" "$installed"; then
  echo "Installing the locked npm packages …" >&2
  # stdout belongs to the caller; ignore-scripts stands in .npmrc, and again here should somebody's own .npmrc differ.
  # Errors alone: npm runs on the machine's own Node, and warns that our packages want the one that it is about to bring.
  npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >&2
  cp "$lock" "$installed"
fi
PATH="$PWD/node_modules/.bin:$PATH"
export PATH

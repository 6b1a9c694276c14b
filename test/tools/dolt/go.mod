// Builds the Dolt server that the tests dump and restore: `go build -mod=mod -o dolt github.com/dolthub/dolt/go/cmd/dolt`.
// (The module's own tags aren't Go's: a commit names the version, 2.2.0.)
module holdfast/test/tools/dolt

go 1.26.2

require github.com/dolthub/dolt/go v0.40.5-0.20260715172757-a6690826d767

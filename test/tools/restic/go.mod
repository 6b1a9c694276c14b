// Builds the stock restic that judges what we write: `go build -mod=mod -o restic github.com/restic/restic/cmd/restic`.
// (`go install …@v0.19.1` needs a version list that not every proxy serves.)
module holdfast/test/tools/restic

go 1.25.8

require github.com/restic/restic v0.19.1

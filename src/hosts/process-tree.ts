/** Shell: `tree PID` prints a process and its descendants, by what /proc says of their parents. */
export const TREE = `
tree() {
  echo $1
  for status in /proc/[0-9]*/stat; do
    IFS= read -r line <$status || continue
    child=\${line%% *}
    set -- $1 \${line##*')'}
    [ $3 = $1 ] && (tree $child)
  done 2>/dev/null
}
`;

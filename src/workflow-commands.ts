/**
 * `text`, each line of it so that GitHub's runner can't take it for a workflow command. The runner acts on a line that
 * begins with `::` after any white space (.NET's: U+0085 too), and on an older form, `##[command]`, anywhere in a line.
 * The command line runs in workflows, too: a file called `##[add-mask]a` must stay a name there.
 */
export function withoutWorkflowCommands(text: string): string {
  return text.replace(/^((?:[^\S\n]|\x85)*):(?=:)/gm, '$1\\x3a').replaceAll('##[', '#\\x23[');
}

import { setTimeout as sleep } from 'node:timers/promises';
import { TREE } from './process-tree.ts';
import type { CommandIdentity } from './shell.ts';
import type { Channel } from './transport.ts';

/**
 * The guard of a host: one shell beside the commands, over a channel of its own. It ends a command's whole group when
 * we ask for that, and every group that is still there when we are gone: when its stdin ends (connection closed or
 * reset, we were killed), or when no beat has come for a while (a network that fell silent). Closing a channel alone
 * would leave commands running for ever, and those that read would take the end of their stdin for the end of the
 * data.
 */
export class Guard {
  readonly #channel: Channel;
  readonly #beat: NodeJS.Timeout;
  readonly #ending = new Map<number, (gone: boolean) => void>();
  #lost = false;
  /** The beginning of a line that isn't whole yet. */
  #held = '';

  /** Takes over `channel`, on which `guardScript` runs. `onLost`: it ended without being stopped. */
  constructor(channel: Channel, options: { beatPeriodMs: number; onLost: () => void }) {
    this.#channel = channel;
    this.#beat = setInterval(() => void this.#say('beat'), options.beatPeriodMs).unref();
    channel.stderr.resume();
    channel.stdout.on('data', (chunk: Buffer) => this.#read(chunk)).on('error', () => undefined); // of the stream: `exit` rejects with the same
    const lose = () => {
      this.#lost = true;
      clearInterval(this.#beat);
      for (const settle of this.#ending.values()) settle(false);
      options.onLost();
    };
    channel.exit.then(lose, lose);
  }

  /**
   * From here on the command is ended when we are gone. Resolves once that is on its way to the host before all that is
   * written later, to whatever channel; false if the guard is lost instead.
   */
  add(command: CommandIdentity): Promise<boolean> {
    return this.#say(`add ${words(command)}`);
  }

  remove(command: CommandIdentity): void {
    void this.#say(`remove ${words(command)}`);
  }

  /** Ends the command's processes: TERM, and KILL after 2 s. Whether they are known to be gone. */
  async end(command: CommandIdentity): Promise<boolean> {
    if (this.#lost) return false;
    const ended = new Promise<boolean>((resolve) => this.#ending.set(command.pid, resolve));
    void this.#say(`end ${words(command)}`);
    const isGone = await within(END_LIMIT_MS, ended);
    this.#ending.delete(command.pid);
    return isGone ?? false;
  }

  /** Ends every command that it still has, and itself. */
  async stop(): Promise<void> {
    clearInterval(this.#beat);
    this.#channel.stdin.end();
    await within(
      END_LIMIT_MS,
      this.#channel.exit.catch(() => null),
    );
    this.#channel.close();
  }

  /** Resolves when `line` was handed over: true; or when it can't be: false. */
  async #say(line: string): Promise<boolean> {
    const { stdin, exit } = this.#channel;
    const isHandedOver =
      !this.#lost &&
      stdin.writable &&
      (await new Promise<boolean>((resolve) => stdin.write(`${line}\n`, (error) => resolve(error == null))));
    // Only then does whoever asks next get another guard.
    if (!isHandedOver)
      await within(
        END_LIMIT_MS,
        exit.catch(() => null),
      );
    return isHandedOver;
  }

  /** Of a line that is too long only its end is kept: a hostile host may print without ever ending one. */
  #read(chunk: Buffer): void {
    const lines = (this.#held + chunk.toString('latin1')).split('\n');
    this.#held = (lines.pop() ?? '').slice(-LINE_LIMIT_BYTES);
    for (const line of lines) this.#hear(line);
  }

  #hear(line: string): void {
    const [word, pid] = line.split(' ');
    if (word === 'ended' || word === 'left') this.#ending.get(Number(pid))?.(word === 'ended');
  }
}

/** What `promise` gives within `limitMs`, else null. */
async function within<T>(limitMs: number, promise: Promise<T>): Promise<T | null> {
  const timer = new AbortController();
  const limit = sleep(limitMs, null, { signal: timer.signal }).catch(() => null);
  try {
    return await Promise.race([promise, limit]);
  } finally {
    timer.abort();
  }
}

function words({ kind, pid, start }: CommandIdentity): string {
  return `${kind} ${pid} ${start}`;
}

/** TERM first: this long before KILL. */
const GRACE_MS = 2000;
const POLL_MS = 100;
/** TERM, KILL, and a slow line: a cancelled run has no more time than this. */
const END_LIMIT_MS = 5000;
/** Of what a guard answers: a word and a number. */
const LINE_LIMIT_BYTES = 256;
/** So many periods without a beat, and the guard takes us for lost. */
const SILENT_PERIODS = 12;

/**
 * The script that the guard runs. Words on its stdin: `add KIND PID START`, `remove KIND PID START`,
 * `end KIND PID START` (answered by `ended PID` or `left PID`), `beat`.
 */
export function guardScript(beatPeriodMs: number): string {
  const periodSeconds = Math.max(1, Math.round(beatPeriodMs / 1000));
  return `
nl='
'
commands=$nl
silent=0

send() { # SIGNAL TARGET...: true if any could take it; this form alone is the same in every shell
  name=$1 sent=1
  shift
  for target; do kill -$name $target 2>/dev/null && sent=0; done
  return $sent
}

${TREE}
alive() { # TARGET...: what has ended but wasn't waited for takes signals too, in a container without init for ever
  send 0 "$@" || return 1
  [ -r /proc/self/stat ] || return 0
  running='none'
  for target; do
    case $target in
      -*) running="$running|[)] [^ZX] [0-9]+ \${target#-} " ;;
      *) running="$running|^$target .*[)] [^ZX] " ;;
    esac
  done
  grep -Eqs "$running" /proc/[0-9]*/stat
  case $? in [12]) return 1 ;; esac # 2: none of them, but a file went away meanwhile; else there is no grep
}

ours() { # PID START: a number whose process started at another time is somebody else's by now
  [ $2 != - ] && [ -r /proc/$1/stat ] && IFS= read -r line </proc/$1/stat || return 0
  start=$2
  set -- \${line##*')'}
  [ "\${20}" = $start ]
} 2>/dev/null

now() { IFS=' .' read -r seconds hundredths rest </proc/uptime; } 2>/dev/null

waited() { # sets ms: since \`end\` began; on a busy host looks take their time, and are the measure only where there is no clock
  ms=$((polls * ${POLL_MS}))
  [ -n "$began" ] && now && ms=$(((seconds - began) * 1000 + (1$hundredths - 1$part) * 10))
}

end() { # KIND PID START: true if nothing of it is left
  ours $2 $3 || return 0
  if [ $1 = group ]; then set -- -$2; else set -- $(tree $2); fi
  began=
  now && began=$seconds part=$hundredths
  send TERM "$@" || return 0
  send CONT "$@"
  polls=0 limit=${GRACE_MS} killed=
  while alive "$@"; do
    waited
    if [ $ms -ge $limit ]; then
      [ -z "$killed" ] || break
      send KILL "$@"
      killed=1 limit=$((ms + ${GRACE_MS}))
    fi
    polls=$((polls + 1))
    sleep ${POLL_MS / 1000} 2>/dev/null || sleep 1
  done
  ! alive "$@"
}

end_all() {
  printf %s "$commands" | {
    while read -r command; do [ -z "$command" ] || end $command & done
    wait
  }
  kill -KILL -$$
}

{ while sleep ${periodSeconds}; do echo tick; done &
  cat
  echo gone
} 2>/dev/null | while read -r word command; do
  case $word in
    add) commands=$commands$command$nl ;;
    remove)
      case $commands in *"$nl$command$nl"*)
        commands=\${commands%%"$nl$command$nl"*}$nl\${commands#*"$nl$command$nl"} ;;
      esac ;;
    end) { end $command && word=ended || word=left; set -- $command; echo $word $2; } & ;;
    beat) silent=0 ;;
    tick) silent=$((silent + 1)); [ $silent -lt ${SILENT_PERIODS} ] || end_all ;;
    gone) end_all ;;
  esac
done`;
}

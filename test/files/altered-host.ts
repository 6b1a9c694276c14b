import { fromText } from '../../src/bytestring.ts';
import type { Host } from '../../src/hosts/host.ts';
import { quote } from '../../src/hosts/quote.ts';

/** `host` whose scripts begin with `prelude`: shell functions that stand in for its tools. Scripts are recorded. */
export function alteredHost(host: Host, prelude: string): Host & { readonly scripts: string[] } {
  const scripts: string[] = [];
  return {
    name: host.name,
    scripts,
    start: (script, options) => {
      scripts.push(script);
      return host.start(`${prelude}\n${script}`, options);
    },
    close: () => host.close(),
  };
}

/** `host` whose scripts run as a user without rights. Needs root. */
export function unprivilegedHost(host: Host): Host {
  return {
    name: host.name,
    start: (script, options) =>
      host.start(
        `exec setpriv --reuid=65534 --regid=65534 --clear-groups sh -c ${quote(fromText(script))}`,
        options,
      ),
    close: () => host.close(),
  };
}

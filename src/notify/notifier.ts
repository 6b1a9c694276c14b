import { HoldfastError } from '../errors.ts';
import { type DeliveryLimits, deliver, HURRIED, type Message, PATIENT } from './deliver.ts';
import { checkTemplate, fillIn, type NoticeFields, SLACK_TEMPLATE } from './template.ts';

export interface NotifierSettings {
  /** Healthchecks' shape: itself for success, with `/start` and `/fail` for those. Null: none. */
  readonly pingUrl: URL | null;
  readonly webhookUrl: URL | null;
  readonly template: string;
  /** Which ends the webhook is told. */
  readonly webhookOn: WebhookOn;
}

export const WEBHOOK_ON = ['all', 'failure', 'success'] as const;
export type WebhookOn = (typeof WEBHOOK_ON)[number];

/** How a setting is called where it was given. */
export interface SettingNames {
  readonly pingUrl: string;
  readonly webhookUrl: string;
  readonly template: string;
}

/** @throws HoldfastError bad-input; no message holds a URL. */
export function notifierSettings(
  given: { readonly [K in keyof SettingNames]: string | null },
  names: SettingNames,
  webhookOn: WebhookOn = 'all',
): NotifierSettings {
  const template = given.template ?? SLACK_TEMPLATE;
  checkTemplate(template, names.template);
  return {
    pingUrl: urlOf(given.pingUrl, names.pingUrl),
    webhookUrl: urlOf(given.webhookUrl, names.webhookUrl),
    template,
    webhookOn,
  };
}

function urlOf(text: string | null, name: string): URL | null {
  if (text === null || text.trim() === '') return null;
  const url = URL.parse(text.trim());
  if (
    url !== null &&
    (url.protocol === 'https:' || url.protocol === 'http:') &&
    url.username + url.password === ''
  )
    return url;
  throw new HoldfastError(
    'bad-input',
    `Cannot use ${name}: it is no address that begins with https://, expected one without a user in it.`,
  );
}

/**
 * Tells others how a run goes. What can't be told is no failure of the run, and is never passed over: `onProblem` is told, with
 * the server's name and never the secret path.
 */
export class Notifier {
  readonly #settings: NotifierSettings;
  readonly #onProblem: (message: string) => void;
  readonly #patience: DeliveryLimits;
  #started: Promise<void> = Promise.resolve();

  constructor(
    settings: NotifierSettings,
    onProblem: (message: string) => void,
    patience: DeliveryLimits = PATIENT,
  ) {
    this.#settings = settings;
    this.#onProblem = onProblem;
    this.#patience = patience;
  }

  /** Told meanwhile: nothing waits for it but the end. */
  start(): void {
    this.#started = this.#ping('/start', this.#patience);
  }

  /** @param hurried The run is being cancelled: there is little time. */
  async end(
    succeeded: boolean,
    fields: NoticeFields,
    { hurried }: { readonly hurried: boolean },
  ): Promise<void> {
    const limits = hurried ? HURRIED : this.#patience;
    // The server would take a start that comes after the end for another run.
    if (!hurried) await this.#started;
    const { webhookUrl, template, webhookOn } = this.#settings;
    const notices = [this.#ping(succeeded ? '' : '/fail', limits)];
    if (webhookUrl !== null && (webhookOn === 'all' || succeeded === (webhookOn === 'success')))
      notices.push(
        this.#send(
          { url: webhookUrl, body: fillIn(template, fields), contentType: 'application/json' },
          limits,
        ),
      );
    await Promise.all(notices);
  }

  async #ping(end: string, limits: DeliveryLimits): Promise<void> {
    const { pingUrl } = this.#settings;
    if (pingUrl === null) return;
    const url = new URL(pingUrl);
    url.pathname = url.pathname.replace(/\/+$/, '') + end;
    await this.#send({ url, body: null, contentType: '' }, limits);
  }

  async #send(message: Message, limits: DeliveryLimits): Promise<void> {
    const problem = await deliver(message, limits);
    if (problem !== null)
      this.#onProblem(
        `Cannot notify ${message.url.origin}: ${problem}. The run itself is not touched by this.`,
      );
  }
}

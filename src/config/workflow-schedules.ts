import { HoldfastError } from '../errors.ts';
import { DEFAULT_TIMEZONE, parseSchedule, type Schedule } from '../schedule/schedule.ts';
import { member, textOf } from './plain-data.ts';
import type { Workflow } from './workflow.ts';

/** When a workflow's own schedule begins it. What GitHub wouldn't take either is left out: GitHub says so. */
export function schedulesOf({ source }: Workflow): Schedule[] {
  const list = member(member(source.value, 'on'), 'schedule');
  return (Array.isArray(list) ? list : []).flatMap((one) => {
    const timezone = textOf(member(one, 'timezone')) || DEFAULT_TIMEZONE;
    try {
      return [
        parseSchedule(textOf(member(one, 'cron')), timezone, { cron: '`cron`', timezone: '`timezone`' }),
      ];
    } catch (error) {
      if (error instanceof HoldfastError) return [];
      throw error;
    }
  });
}

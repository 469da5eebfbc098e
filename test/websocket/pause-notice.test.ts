import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PauseNotice, stays } from '../../demos/websocket/page/pause-notice.ts';

const noticed = () => {
  const line = { textContent: '', hidden: true };
  return { line, notice: new PauseNotice(line) };
};

describe('the notice of a pause', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is not shown if there was no pause', () => {
    const { line, notice } = noticed();
    notice.show(undefined);
    expect(line.hidden).toBe(true);
  });

  it('can be read, however short the pause is', () => {
    const { line, notice } = noticed();
    notice.show(3_000);
    notice.show(undefined);
    vi.advanceTimersByTime(stays - 1);
    expect(line.hidden).toBe(false);
    expect(line.textContent).toContain('More than 3,000 events');
    vi.advanceTimersByTime(1);
    expect(line.hidden).toBe(true);
  });

  it('ends in time, although more events come', () => {
    const { line, notice } = noticed();
    notice.show(3_000);
    for (let at = 0; at < 10; at++) {
      notice.show(undefined);
      vi.advanceTimersByTime(stays / 10);
    }
    expect(line.hidden).toBe(true);
  });

  it('stays for a pause that begins while it is shown', () => {
    const { line, notice } = noticed();
    notice.show(3_000);
    notice.show(undefined);
    vi.advanceTimersByTime(stays / 2);
    notice.show(3_000);
    vi.advanceTimersByTime(stays * 2);
    expect(line.hidden).toBe(false);
  });

  it('is shown again for the next pause', () => {
    const { line, notice } = noticed();
    for (const most of [3_000, undefined]) notice.show(most);
    vi.advanceTimersByTime(stays);
    for (const most of [3_000, undefined]) notice.show(most);
    vi.advanceTimersByTime(stays - 1);
    expect(line.hidden).toBe(false);
    vi.advanceTimersByTime(1);
    expect(line.hidden).toBe(true);
  });
});

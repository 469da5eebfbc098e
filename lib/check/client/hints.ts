/** Where to look, if the failure itself tells it. */
export const hints = {
  connect: 'Connect to 127.0.0.1, at the port in place of {port}.',
  withoutEnd: 'End each message with LF, and flush after it.',
  oneLink: 'Connect once, when you start: all lines go over that connection.',
  afterBye: 'The command to leave is the last thing that you send.',
  stillRuns:
    'Close the connection and leave: a thread or a listener may still wait for input.',
};

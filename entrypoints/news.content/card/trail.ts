/** Where the reader has been inside one card: opening a named concept goes on, back and forward walk. Pure. */

export interface Trail<Frame> {
  readonly frames: readonly Frame[];
  readonly at: number;
}

export const startTrail = <Frame>(frame: Frame): Trail<Frame> => ({ frames: [frame], at: 0 });

export const currentFrame = <Frame>(trail: Trail<Frame>): Frame => {
  const frame = trail.frames[trail.at];
  if (frame === undefined) throw new RangeError('a trail always stands on a frame');
  return frame;
};

/** What lay ahead is forgotten, as in a browser. */
export const goOn = <Frame>({ frames, at }: Trail<Frame>, frame: Frame): Trail<Frame> => ({
  frames: [...frames.slice(0, at + 1), frame],
  at: at + 1,
});

/** Steps back (-1) or forward (1); the same trail where there is nothing. */
export const step = <Frame>(trail: Trail<Frame>, by: -1 | 1): Trail<Frame> =>
  trail.frames[trail.at + by] === undefined ? trail : { ...trail, at: trail.at + by };

/** `change` applied to every frame of `trail` that `which` names: replies may come when the reader has moved on. */
export const amend = <Frame>(
  trail: Trail<Frame>,
  which: (frame: Frame) => boolean,
  change: (frame: Frame) => Frame,
): Trail<Frame> => ({
  ...trail,
  frames: trail.frames.map((frame) => (which(frame) ? change(frame) : frame)),
});

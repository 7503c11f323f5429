// Work that must not interleave: load, change and save take turns.

export type InTurn<Whose> = <T>(whose: Whose, work: () => Promise<T>) => Promise<T>;

/** One piece of work at a time for each owner, in the order asked. A failure ends its own piece alone. */
export function takeTurns<Whose>(): InTurn<Whose> {
  const turns = new Map<Whose, Promise<unknown>>();
  return (whose, work) => {
    const turn = (turns.get(whose) ?? Promise.resolve()).then(work, work);
    turns.set(whose, turn);
    void turn.catch(() => undefined).finally(() => turns.get(whose) === turn && turns.delete(whose));
    return turn;
  };
}

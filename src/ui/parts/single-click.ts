/** Does `act`, but not on the second click of a double click: that was meant for the button that stood there before. */
export function singleClick(act: () => void): (event: MouseEvent) => void {
  return ({ detail }) => {
    // 0 is a click by keyboard.
    if (detail <= 1) act();
  };
}

/** Numbers from 0 to below 1. */
type Random = () => number;

/**
 * Draws places of `weights`, each as often as its weight says, in the same time however many there are (Vose's
 * alias method).
 */
export function weightedDraw(weights: readonly number[]): (random: Random) => number {
  const count = weights.length;
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const kept = Float64Array.from(weights, (weight) => (weight * count) / total);
  const other = Uint32Array.from(weights, (_, place) => place);
  const places = [...kept.keys()];
  const small = places.filter((place) => kept[place]! < 1);
  const large = places.filter((place) => kept[place]! >= 1);
  while (small.length > 0 && large.length > 0) {
    const [less, more] = [small.pop()!, large.at(-1)!];
    other[less] = more;
    kept[more]! -= 1 - kept[less]!;
    if (kept[more]! < 1) small.push(large.pop()!);
  }
  return (random) => {
    const drawn = random() * count;
    const place = Math.floor(drawn);
    return drawn - place < kept[place]! ? place : other[place]!;
  };
}

import { EventEmitter } from 'node:events';

abstract class Shape extends EventEmitter {
  protected static count = 0;
  public readonly name: string;
  private scale: number;
  constructor(name: string, scale: number = 1) {
    super();
    this.name = name;
    this.scale = scale;
    Shape.count += 1;
  }
  abstract area(): number;
  scaled(): number { return this.area() * this.scale ** 2; }
  static get made(): number { return Shape.count; }
}

class Circle extends Shape {
  private r: number;
  constructor(r: number) { super('circle'); this.r = r; }
  override area(): number { return Math.round(Math.PI * this.r ** 2); }
}

interface Sides { a: number; b: number }
class Rectangle extends Shape {
  #sides: Sides;
  constructor(sides: Sides, scale?: number) { super('rectangle', scale); this.#sides = sides; }
  override area(): number { return this.#sides.a * this.#sides.b; }
}

const shapes: Array<Shape> = [new Circle(2), new Rectangle({ a: 2, b: 3 }, 2)];
const areas = shapes.map((s): [string, number] => [s.name, s.scaled()]);
console.log(areas, Shape.made, shapes[0] instanceof EventEmitter);
function first<T>(list: readonly T[]): T | undefined { return list[0]; }
console.log((first(shapes) as Circle)!.area(), first<number>([]) ?? 'none');

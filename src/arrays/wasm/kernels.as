// All that the compiled module offers.
export { product32, product64, scratchSize } from "./product";
export {
  addBias32, addBias64, addScaled32, addScaled64, finite32, finite64, relu32, relu64,
  reluBackward32, reluBackward64,
} from "./elementwise";
export { columnSums32, columnSums64, sigmoid32, sigmoid64, softmax32, softmax64 } from "./rows";

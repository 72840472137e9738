/** Where in an answer something was found: `MyAddLayer`, `backward`, `dx`. */
export interface Place {
  layer: string;
  method?: string;
  parameter?: string;
}

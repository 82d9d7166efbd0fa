# Tables with a number a row: kind, from, to, value.
rows <- function(kind, from, to, value) data.frame(kind = kind, from = from, to = to, value = as.vector(value), row.names = NULL)

# Cells of a matrix that are not NA.
cells <- function(kind, matrix) {
  if (all(is.na(matrix))) return(NULL)
  at <- which(!is.na(matrix), arr.ind = TRUE)
  at <- at[order(at[, 1], at[, 2]), , drop = FALSE]
  if (is.null(rownames(matrix))) rownames(matrix) <- seq_len(nrow(matrix))
  rows(kind, rownames(matrix)[at[, 1]], colnames(matrix)[at[, 2]], matrix[at])
}

write <- function(name, table) {
  table$value <- formatC(table$value, digits = 15, format = "g", width = 1)
  write.csv(table, file.path("tables", paste0(name, ".csv")), row.names = FALSE, quote = FALSE)
}

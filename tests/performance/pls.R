# usage: Rscript pls.R mobi.csv resamples [folder of plspm's R files]
# Bootstrap of the ECSI model by plspm: the installed package, its sources from a folder outside this repository, or, where neither is
# there, a plain R version written here (said in the first line). Prints path, estimate, standard error.
arguments <- commandArgs(trailingOnly = TRUE)
data <- read.csv(arguments[1])
resamples <- as.integer(arguments[2])
sources <- if (length(arguments) > 2) arguments[3] else ""
constructs <- c("Image", "Expectation", "Quality", "Value", "Satisfaction", "Complaints", "Loyalty")
prefixes <- c("IMAG", "CUEX", "PERQ", "PERV", "CUSA", "CUSCO", "CUSL")
blocks <- lapply(prefixes, function(p) grep(paste0("^", p, "[0-9]*$"), names(data)))
paths <- matrix(0, 7, 7, dimnames = list(constructs, constructs))
for (link in list(c(2, 1), c(5, 1), c(7, 1), c(3, 2), c(4, 2), c(5, 2), c(4, 3), c(5, 3), c(5, 4), c(6, 5), c(7, 5), c(7, 6))) paths[link[1], link[2]] <- 1
set.seed(1)

report <- function(labels, estimate, error) cat(sprintf("%s %.6f %.6f", labels, estimate, error), sep = "\n")

if (requireNamespace("plspm", quietly = TRUE)) {
  cat("# plspm", as.character(packageVersion("plspm")), "installed\n")
  fit <- plspm::plspm(data, paths, blocks, modes = rep("A", 7), scheme = "centroid", boot.val = TRUE, br = resamples)
  report(gsub(" ->", "", rownames(fit$boot$paths)), fit$boot$paths$Original, fit$boot$paths$Std.Error)
} else if (nzchar(sources)) {
  cat("# plspm, sources in", sources, "\n")
  for (file in c("get_treated_data", "get_metric", "get_weights", "get_path_scheme", "get_scores", "get_paths", "get_effects", "get_boots", "test_null_weights"))
    source(file.path(sources, paste0(file, ".r")))
  # two helpers of another package it builds on
  indexify <- function(x) rep(seq_along(x), lengths(x))
  list_to_dummy <- function(x) { d <- matrix(0, sum(lengths(x)), length(x)); d[cbind(seq_len(nrow(d)), indexify(x))] <- 1; d }
  names(blocks) <- constructs
  items <- data[, unlist(blocks)]
  specs <- list(scaling = NULL, scaled = TRUE, modes = rep("A", 7), scheme = "centroid", tol = 1e-6, maxiter = 100)
  boot <- get_boots(as.matrix(items), paths, blocks, specs, resamples)
  report(gsub(" ->", "", rownames(boot$paths)), boot$paths$Original, boot$paths$Std.Error)
} else {
  cat("# plain R written for this comparison: neither plspm nor its sources are here\n")
  linked <- paths + t(paths)
  owner <- rep(seq_along(blocks), lengths(blocks))
  fit <- function(x) {
    x <- scale(x)
    w <- sapply(seq_along(blocks), function(j) as.numeric(owner == j))
    repeat {
      y <- scale(x %*% w)
      z <- y %*% (sign(cor(y)) * linked)
      new <- sapply(seq_along(blocks), function(j) ifelse(owner == j, crossprod(x, z[, j]), 0))
      new <- sweep(new, 2, apply(x %*% new, 2, sd), "/")
      done <- sum(abs(new - w)) < 1e-7
      w <- new
      if (done) break
    }
    y <- x %*% w
    unlist(lapply(which(rowSums(paths) > 0), function(j) solve(crossprod(y[, paths[j, ] == 1, drop = FALSE]), crossprod(y[, paths[j, ] == 1, drop = FALSE], y[, j]))))
  }
  x <- as.matrix(data[, unlist(blocks)])
  estimate <- fit(x)
  draws <- replicate(resamples, fit(x[sample.int(nrow(x), replace = TRUE), ]))
  labels <- unlist(lapply(which(rowSums(paths) > 0), function(j) paste(constructs[paths[j, ] == 1], constructs[j])))
  report(labels, estimate, apply(draws, 1, sd))
}

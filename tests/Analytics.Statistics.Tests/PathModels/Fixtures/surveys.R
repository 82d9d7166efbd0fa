# Makes phone.csv (300 respondents, 24 items) and bank.csv (200 respondents, 27 items), every item from 1 to 10.
# Rscript --vanilla surveys.R
RNGkind("Mersenne-Twister", "Inversion", "Rejection")

# Answers of a block: the factor times each item's loading, and noise, cut to whole marks from 1 to 10.
items <- function(prefix, factor, loadings, mean) {
  answers <- sapply(loadings, function(l) mean + 1.9 * (l * factor + sqrt(1 - l^2) * rnorm(length(factor))))
  answers <- pmin(pmax(round(answers), 1), 10)
  colnames(answers) <- if (length(loadings) > 1) paste0(prefix, seq_along(loadings)) else prefix
  answers
}

# A factor of others with unit variance, near enough.
caused <- function(...) {
  sum <- Reduce(`+`, list(...))
  sum + sqrt(max(0.15, 1 - var(sum))) * rnorm(length(sum))
}

set.seed(20261123)
n <- 300
image <- rnorm(n)
expectation <- caused(0.55 * image)
quality <- caused(0.65 * expectation)
value <- caused(0.20 * expectation, 0.50 * quality)
satisfaction <- caused(0.25 * image, 0.05 * expectation, 0.45 * quality, 0.20 * value)
complaints <- caused(0.55 * satisfaction)
loyalty <- caused(0.20 * image, 0.50 * satisfaction, 0.10 * complaints)
phone <- cbind(
  items("IMAG", image, c(.80, .65, .60, .78, .72), 7.4), items("CUEX", expectation, c(.75, .70, .55), 7.2),
  items("PERQ", quality, c(.85, .75, .70, .80, .68, .78, .74), 7.6), items("PERV", value, c(.85, .90), 6.2),
  items("CUSA", satisfaction, c(.82, .80, .86), 7.0), items("CUSCO", complaints, .85, 6.8), items("CUSL", loyalty, c(.80, .35, .85), 6.6))

set.seed(20261124)
n <- 200
imag <- rnorm(n)
expe <- caused(0.58 * imag)
qual <- caused(0.84 * expe)
val <- caused(0.10 * expe, 0.67 * qual)
sat <- caused(0.20 * imag, 0.12 * qual, 0.59 * val)
loy <- caused(0.27 * imag, 0.49 * sat)
bank <- cbind(
  items("imag", imag, c(.72, .75, .80, .60, .76), 6.9), items("expe", expe, c(.78, .70, .74, .66, .80), 7.1),
  items("qual", qual, c(.80, .82, .70, .74, .78), 6.8), items("val", val, c(.75, .78, .82, .64), 6.1),
  items("sat", sat, c(.85, .88, .70, .76), 6.7), items("loy", loy, c(.82, .76, .70, .74), 6.4))

write.csv(phone, "phone.csv", row.names = FALSE, quote = FALSE)
write.csv(bank, "bank.csv", row.names = FALSE, quote = FALSE)

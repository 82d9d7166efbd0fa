# Writes tables/adequacy.csv, drivers.csv, importance.csv, pairs.csv, weighted.csv: base R on phone.csv. Rscript --vanilla plain.R, after seminr.R
source("long.R")
phone <- read.csv("phone.csv")

# Kaiser-Meyer-Olkin and Bartlett's test of the items of S1; corrected item-total correlations; alpha without an item.
# Of the first 120 respondents: of all, Bartlett's p is too small for a number.
s1 <- phone[1:120, c(paste0("IMAG", 1:5), paste0("CUEX", 1:3), paste0("PERV", 1:2), paste0("CUSA", 1:3))]
R <- cor(s1)
P <- -cov2cor(solve(R))
diag(R) <- diag(P) <- 0
p <- ncol(s1)
bartlett <- -(nrow(s1) - 1 - (2 * p + 5) / 6) * determinant(cor(s1))$modulus
z <- scale(s1)
alpha <- function(block) { k <- ncol(block); r <- cor(block); k / (k - 1) * (1 - k / sum(r)) }
total <- function(item) {
  rest <- setdiff(grep(substr(item, 1, 4), colnames(s1), value = TRUE), item)
  rbind(rows("item total", item, "", cor(z[, item], rowSums(z[, rest]))), rows("alpha without", item, "", alpha(s1[, rest])))
}
totals <- do.call(rbind, lapply(grep("PERV", colnames(s1), value = TRUE, invert = TRUE), total))
write("adequacy", rbind(
  rows("kmo", "", "", sum(R^2) / (sum(R^2) + sum(P^2))), rows("kmo", colnames(s1), "", colSums(R^2) / (colSums(R^2) + colSums(P^2))),
  rows("bartlett", c("chi square", "log p"), "", c(bartlett, pchisq(bartlett, p * (p - 1) / 2, lower.tail = FALSE, log.p = TRUE))),
  totals))

# Shares of satisfaction's variance: R squared averaged over all orders of entry (Lindeman, Merenda, Gold), and Johnson's relative weights.
mean_of <- function(prefix) rowMeans(phone[, grep(paste0("^", prefix, "[0-9]"), names(phone))])
x <- sapply(c(Image = "IMAG", Expectation = "CUEX", Quality = "PERQ", Value = "PERV"), mean_of)
y <- mean_of("CUSA")
r2 <- function(columns) if (length(columns) == 0) 0 else summary(lm(y ~ x[, columns]))$r.squared
k <- ncol(x)
lmg <- sapply(seq_len(k), function(j) {
  others <- setdiff(seq_len(k), j)
  sum(sapply(0:(k - 1), function(size) {
    subsets <- if (size == 0) list(integer()) else if (length(others) == 1) list(others) else combn(others, size, simplify = FALSE)
    mean(sapply(subsets, function(s) r2(c(s, j)) - r2(s))) / k
  }))
})
e <- eigen(cor(x))
root <- e$vectors %*% diag(sqrt(e$values)) %*% t(e$vectors)
johnson <- as.vector(root^2 %*% solve(root, cor(x, y))^2)
write("drivers", rbind(rows("r squared", "", "", r2(1:k)), rows("lmg", colnames(x), "", lmg), rows("johnson", colnames(x), "", johnson)))

# Importance and performance of S2: scores by seminr's weights between all answers 1 and all 10; total effects of lm on them.
s2 <- read.csv("tables/s2.csv")
s2 <- s2[s2$kind == "weight", ]
share <- s2$value / sapply(s2$from, function(item) sd(phone[[item]]))
share <- share / ave(share, s2$to, FUN = sum)
index <- sapply(unique(s2$to), function(name) (as.matrix(phone[, s2$from[s2$to == name]]) - 1) %*% share[s2$to == name] / 9 * 100)
index <- as.data.frame(index)
onValue <- coef(lm(Value ~ Image + Expectation, index))
onSatisfaction <- coef(lm(Satisfaction ~ Image + Expectation + Value, index))
effect <- c(
  Image = onSatisfaction[["Image"]] + onValue[["Image"]] * onSatisfaction[["Value"]],
  Expectation = onSatisfaction[["Expectation"]] + onValue[["Expectation"]] * onSatisfaction[["Value"]], Value = onSatisfaction[["Value"]])
acting <- s2$to != "Satisfaction"
write("importance", rbind(
  rows("performance", names(index), "", colMeans(index)), rows("importance", names(effect), "", effect),
  rows("item importance", s2$from[acting], "", (share * effect[s2$to])[acting])))

# Correlations of the answers given in both items, with holes: item i lacks the answers of respondents r where r mod 41 = 3i mod 41, r from 0.
holes <- phone
for (i in seq_along(holes)) holes[(seq_len(nrow(phone)) - 1) %% 41 == (3 * i) %% 41, i] <- NA
pairs <- cor(holes, use = "pairwise.complete.obs")
pairs[lower.tri(pairs, TRUE)] <- NA
write("pairs", cells("correlation", pairs))

# Weighted moments: weights 0 to 3 in turn.
weight <- (seq_len(nrow(phone)) - 1) %% 4
w <- cov.wt(phone, weight / sum(weight), cor = TRUE, method = "ML")
upper <- w$cor
upper[lower.tri(upper, TRUE)] <- NA
write("weighted", rbind(rows("mean", names(phone), "", w$center), cells("correlation", upper)))

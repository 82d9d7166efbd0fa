# Writes tables/*.csv: what seminr 2.3.4 says of phone.csv. R_LIBS=<library with seminr> Rscript --vanilla seminr.R
suppressMessages(library(seminr))
source("long.R")
phone <- read.csv("phone.csv")

image <- composite("Image", multi_items("IMAG", 1:5))
expectation <- composite("Expectation", multi_items("CUEX", 1:3))
quality <- composite("Quality", multi_items("PERQ", 1:7))
value <- composite("Value", multi_items("PERV", 1:2))
satisfaction <- composite("Satisfaction", multi_items("CUSA", 1:3))
complaints <- composite("Complaints", single_item("CUSCO"))
loyalty <- composite("Loyalty", multi_items("CUSL", 1:3))

# Correlations of scores, corrected for the reflective constructs only (Dijkstra and Henseler 2015). seminr corrects composites of mode A and of
# unit weights as well once a model has a reflective construct, and takes VIFs and the BIC of corrected models from uncorrected scores.
corrected <- function(model) {
  rho <- sapply(model$constructs, function(n) {
    if ("C" %in% model$mmMatrix[model$mmMatrix[, "construct"] == n, "type"]) seminr::rho_A(model, n)[1] else 1
  })
  r <- cor(model$construct_scores) / sqrt(rho %o% rho)
  diag(r) <- 1
  r
}

inner <- function(model) do.call(rbind, lapply(unique(model$smMatrix[, "target"]), function(to) {
  from <- model$smMatrix[model$smMatrix[, "target"] == to, "source"]
  r <- corrected(model)
  n <- nrow(phone)
  b <- solve(r[from, from, drop = FALSE], r[from, to])
  r2 <- sum(b * r[from, to])
  rbind(
    rows("path", from, to, b), rows("path vif", from, to, diag(solve(r[from, from, drop = FALSE]))), rows("r squared", "", to, r2),
    rows("bic", "", to, n * log((1 - r2) * (n - 1) / n) + (length(from) + 1) * log(n)))
}))

# Everything seminr prints of one estimate, a number a row.
everything <- function(model, scores = 20) {
  s <- suppressMessages(summary(model))
  paths <- model$path_coef
  there <- function(matrix) { matrix[paths[rownames(matrix), colnames(matrix)] == 0] <- NA; matrix }
  measured <- function(matrix) { matrix[model$outer_weights == 0] <- NA; matrix }
  r2 <- model$rSquared
  reflective <- "C" %in% model$mmMatrix[, "type"]
  vifs <- function(kind, list) do.call(rbind, lapply(names(list), function(n) {
    v <- unlist(list[[n]])
    v <- v[!is.na(v)]
    if (length(v) > 0) rows(kind, names(v), n, v)
  }))
  # a single item has no reliability: seminr prints 1
  several <- names(which(colSums(model$outer_weights != 0) > 1))
  parts <- list(
    cells("weight", measured(model$outer_weights)),
    cells("loading", measured(model$outer_loadings)),
    cells("path", there(paths)),
    cells("total effect", { t <- unclass(s$total_effects); t[t == 0] <- NA; t }),
    cells("indirect effect", { t <- unclass(s$total_indirect_effects); t[t == 0] <- NA; t }),
    rows("r squared", "", colnames(r2), r2["Rsq", ]),
    rows("adjusted r squared", "", colnames(r2), r2["AdjRsq", ]),
    if (!reflective) rows("bic", "", colnames(s$it_criteria), unclass(s$it_criteria)["BIC", ]),
    cells("f squared", there(unclass(s$fSquare))),
    if (!reflective) vifs("path vif", s$vif_antecedents),
    vifs("item vif", s$validity$vif_items),
    cells("reliability", unclass(s$reliability)[several, , drop = FALSE]),
    cells("htmt", unclass(s$validity$htmt)),
    cells("cross loading", unclass(s$validity$cross_loadings)),
    cells("correlation", { c <- cor(model$construct_scores); c[lower.tri(c, TRUE)] <- NA; c }),
    cells("score", model$construct_scores[seq_len(scores), ]))
  do.call(rbind, parts)
}

estimate <- function(constructs, paths, scheme = path_weighting) suppressMessages(estimate_pls(phone, constructs, paths, inner_weights = scheme))
onSatisfaction <- relationships(paths(from = c("Image", "Expectation", "Value"), to = "Satisfaction"))
s1 <- constructs(image, expectation, value, satisfaction)
all <- constructs(image, expectation, quality, value, satisfaction, complaints, loyalty)

write("s1-path", everything(estimate(s1, onSatisfaction)))
write("s1-factorial", everything(estimate(s1, onSatisfaction, path_factorial)))

reflective1 <- as.reflective(s1)
consistent <- estimate(reflective1, onSatisfaction, path_factorial)
write("s1-reflective", rbind(everything(consistent), inner(consistent)))

write("s2", everything(estimate(s1, relationships(
  paths(from = c("Image", "Expectation", "Value"), to = "Satisfaction"), paths(from = c("Image", "Expectation"), to = "Value")))))

write("ecsi", everything(estimate(all, relationships(
  paths(from = "Image", to = c("Expectation", "Satisfaction", "Loyalty")),
  paths(from = "Expectation", to = c("Quality", "Value", "Satisfaction")),
  paths(from = "Quality", to = c("Value", "Satisfaction")),
  paths(from = "Value", to = "Satisfaction"),
  paths(from = "Satisfaction", to = c("Complaints", "Loyalty")),
  paths(from = "Complaints", to = "Loyalty")))))

write("mode-b", everything(estimate(
  constructs(image, expectation, composite("Quality", multi_items("PERQ", 1:7), weights = mode_B), complaints, loyalty),
  relationships(paths(from = "Image", to = "Expectation"), paths(from = c("Expectation", "Quality", "Complaints"), to = "Loyalty")))))

mixed <- estimate(
  constructs(
    reflective("Image", multi_items("IMAG", 1:5)), composite("Quality", single_item("PERQ1")), complaints,
    composite("Value", multi_items("PERV", 1:2), weights = unit_weights), composite("Satisfaction", multi_items("CUSA", 1:3), weights = mode_B)),
  relationships(paths(from = c("Image", "Quality", "Complaints", "Value"), to = "Satisfaction")))
outer <- everything(mixed)
outer <- outer[outer$kind %in% c("weight", "loading", "item vif", "reliability", "htmt", "cross loading", "correlation", "score"), ]
write("mixed-modes", rbind(outer, inner(mixed)))

# A second-order construct, in two stages.
second <- estimate(
  constructs(image, expectation, quality, value, higher_composite("Satisfaction", c("Image", "Value"), method = two_stage), complaints, loyalty),
  relationships(paths(from = c("Expectation", "Quality"), to = "Satisfaction"), paths(from = "Satisfaction", to = c("Complaints", "Loyalty"))))
used <- function(matrix) { matrix[second$outer_weights == 0] <- NA; matrix }
write("second-order", rbind(
  cells("weight", used(second$outer_weights)), cells("loading", used(second$outer_loadings)),
  cells("path", { p <- second$path_coef; p[p == 0] <- NA; p }),
  rows("r squared", "", colnames(second$rSquared), second$rSquared["Rsq", ]),
  rows("adjusted r squared", "", colnames(second$rSquared), second$rSquared["AdjRsq", ])))

# Two-stage interactions.
moderated <- function(constructs, on) {
  model <- estimate(constructs, relationships(paths(from = on, to = "Satisfaction")))
  p <- model$path_coef[, "Satisfaction"]
  rbind(rows("path", on, "Satisfaction", p[on]), rows("r squared", "", "Satisfaction", model$rSquared["Rsq", "Satisfaction"]),
        rows("adjusted r squared", "", "Satisfaction", model$rSquared["AdjRsq", "Satisfaction"]))
}
product <- function(with) interaction_term(iv = "Image", moderator = with, method = two_stage)
write("interactions", moderated(constructs(image, expectation, value, satisfaction, product("Expectation"), product("Value")),
                                c("Image", "Expectation", "Value", "Image*Expectation", "Image*Value")))
write("interaction-reflective", moderated(c(reflective1, constructs(product("Expectation"))), c("Image", "Expectation", "Value", "Image*Expectation")))

# Predictions of every fifth respondent by the model of the others.
s2 <- estimate(s1, relationships(paths(from = c("Image", "Expectation"), to = "Value"), paths(from = c("Image", "Expectation", "Value"), to = "Satisfaction")))
predicted <- function(technique) {
  out <- phone[, s2$mmVariables]
  for (part in 0:4) {
    inside <- (seq_len(nrow(phone)) - 1) %% 5 == part
    model <- suppressMessages(estimate_pls(phone[!inside, ], s1, s2$smMatrix))
    out[inside, ] <- predict(model, phone[inside, ], technique)$predicted_items
  }
  out
}
benchmark <- function(items, others) sapply(items, function(item) {
  out <- phone[[item]]
  for (part in 0:4) {
    inside <- (seq_len(nrow(phone)) - 1) %% 5 == part
    out[inside] <- predict(lm(reformulate(others, item), phone[!inside, ]), phone[inside, ])
  }
  out
})
ends <- list(Value = c("PERV1", "PERV2"), Satisfaction = c("CUSA1", "CUSA2", "CUSA3"))
lms <- do.call(cbind, lapply(ends, function(items) benchmark(items, setdiff(s2$mmVariables, items))))
errors <- function(kind, predictions) do.call(rbind, lapply(unlist(ends, use.names = FALSE), function(item) {
  e <- phone[[item]] - predictions[, item]
  train <- sapply(seq_len(nrow(phone)) - 1, function(r) mean(phone[[item]][(seq_len(nrow(phone)) - 1) %% 5 != r %% 5]))
  rbind(
    rows(kind, "rmse", item, sqrt(mean(e^2))), rows(kind, "mae", item, mean(abs(e))),
    rows(kind, "q squared", item, 1 - sum(e^2) / sum((phone[[item]] - train)^2)))
}))
write("prediction", rbind(errors("direct", predicted(predict_DA)), errors("earliest", predicted(predict_EA)), errors("linear", lms)))

# Resamples: other random numbers, so compared within their error.
boot <- summary(suppressMessages(bootstrap_model(estimate(s1, onSatisfaction), nboot = 1000, cores = 1, seed = 123)))
resampled <- function(kind, table) do.call(rbind, lapply(rownames(table), function(name) {
  ends <- trimws(strsplit(name, "->", fixed = TRUE)[[1]])
  columns <- c("Original Est.", "Bootstrap Mean", "Bootstrap SD", "2.5% CI", "97.5% CI")
  rows(paste(kind, c("estimate", "mean", "deviation", "lower", "upper")), ends[1], ends[2], table[name, columns])
}))
write("bootstrap", rbind(resampled("path", boot$bootstrapped_paths), resampled("loading", boot$bootstrapped_loadings)))

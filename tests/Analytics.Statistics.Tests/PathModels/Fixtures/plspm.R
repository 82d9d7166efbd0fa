# Writes tables/plspm-*.csv: what plspm 0.4.9 says of bank.csv and phone.csv. R_LIBS=<library with plspm> Rscript --vanilla plspm.R
suppressMessages(library(plspm))
source("long.R")
bank <- read.csv("bank.csv")
phone <- read.csv("phone.csv")

everything <- function(model, scores = 20) {
  outer <- model$outer_model
  effects <- model$effects
  ends <- do.call(rbind, strsplit(as.character(effects$relationships), " -> ", fixed = TRUE))
  summary <- model$inner_summary
  explained <- summary$Type == "Endogenous"
  crossed <- as.matrix(model$crossloadings[, -(1:2)])
  rownames(crossed) <- outer$name
  some <- function(kind, values) { keep <- values != 0; if (any(keep)) rows(kind, ends[keep, 1], ends[keep, 2], values[keep]) }
  unidim <- model$unidim[model$unidim$Mode == "A" & model$unidim$MVs > 1, ]
  rbind(
    rows("weight", outer$name, outer$block, outer$weight), rows("loading", outer$name, outer$block, outer$loading),
    rows("communality", outer$name, outer$block, outer$communality), rows("redundancy", outer$name, outer$block, outer$redundancy),
    some("path", effects$direct), some("indirect effect", effects$indirect), some("total effect", effects$total),
    do.call(rbind, lapply(names(model$inner_model), function(to) {
      of <- model$inner_model[[to]]
      rows("standard error", rownames(of)[-1], to, of[-1, "Std. Error"])
    })),
    rows("r squared", "", rownames(summary)[explained], summary$R2[explained]),
    rows("mean communality", "", rownames(summary), summary$Block_Communality), rows("mean redundancy", "", rownames(summary), summary$Mean_Redundancy),
    rows("goodness of fit", "", "", model$gof),
    rows("unidimensional alpha", rownames(unidim), "", unidim$C.alpha), rows("unidimensional rho", rownames(unidim), "", unidim$DG.rho),
    rows("first eigenvalue", rownames(unidim), "", unidim$eig.1st), rows("second eigenvalue", rownames(unidim), "", unidim$eig.2nd),
    cells("cross loading", crossed), cells("score", { s <- model$scores[seq_len(scores), ]; rownames(s) <- seq_len(scores); s }))
}

names <- c("IMAG", "EXPE", "QUAL", "VAL", "SAT", "LOY")
path <- matrix(0, 6, 6, dimnames = list(names, names))
path["EXPE", "IMAG"] <- path["QUAL", "EXPE"] <- 1
path["VAL", c("EXPE", "QUAL")] <- path["SAT", c("IMAG", "EXPE", "QUAL", "VAL")] <- path["LOY", c("IMAG", "SAT")] <- 1
blocks <- list(1:5, 6:10, 11:15, 16:19, 20:23, 24:27)
for (scheme in c("centroid", "factorial", "path"))
  write(paste0("plspm-bank-", scheme), everything(plspm(bank, path, blocks, modes = rep("A", 6), scheme = scheme, scaled = FALSE)))

# Resamples of the bank's model: other random numbers, so compared within their error.
RNGkind("Mersenne-Twister", "Inversion", "Rejection")
set.seed(123)
boot <- plspm(bank, path, blocks, modes = rep("A", 6), scaled = FALSE, boot.val = TRUE, br = 500)$boot$paths
ends <- do.call(rbind, strsplit(rownames(boot), " -> ", fixed = TRUE))
write("plspm-bootstrap", do.call(rbind, lapply(1:nrow(boot), function(i)
  rows(paste("path", c("estimate", "mean", "deviation", "lower", "upper")), ends[i, 1], ends[i, 2], unlist(boot[i, 1:5])))))

# Items standardised; Quality in mode B.
names <- c("Image", "Expectation", "Quality", "Complaints", "Loyalty")
path <- matrix(0, 5, 5, dimnames = list(names, names))
path["Expectation", "Image"] <- 1
path["Loyalty", c("Expectation", "Quality", "Complaints")] <- 1
modes <- c("A", "A", "B", "A", "A")
write("plspm-mode-b", everything(plspm(phone, path, list(1:5, 6:8, 9:15, 21, 22:24), modes, scheme = "path", tol = 1e-16, maxiter = 300)))

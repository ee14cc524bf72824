/** How well mentions are found in raw text, and how well text becomes links end to end. */
package org.hyperlinker.evaluation.detection;
